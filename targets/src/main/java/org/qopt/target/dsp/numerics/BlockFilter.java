package org.qopt.target.dsp.numerics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.qopt.dialect.bfp.BlockRounding;
import org.qopt.dialect.bfp.BlockType;
import org.qopt.dialect.bfp.Wide;
import org.qopt.dialect.nn.kernel.Sliding;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.Shape;

/**
 * Convolutions and matrix products whose exponents are found when the program runs. The products at
 * one position of the window, of neighbouring channels that share an exponent in the input as well
 * as in the filter, are summed exactly; these sums and the bias are then aligned, see {@link
 * AlignedSum}.
 */
public final class BlockFilter {
  /** So many products of mantissas of 8 bits are less than 2^31 in sum. */
  private static final int LONGEST_IN_INT = 1 << 16;

  private final FilterLayout layout;
  private final Blocks weights;
  private final boolean narrowWeights;
  private final Optional<Blocks> bias;
  private final BlockRounding rounding;
  private final int guard;

  /** Prepares the filter; {@code rounding} is that of the result. */
  public BlockFilter(
      FilterLayout layout,
      Tensor weights,
      BlockType weightType,
      Optional<Tensor> bias,
      Optional<BlockType> biasType,
      BlockRounding rounding,
      int guard) {
    this.layout = layout;
    this.weights = Blocks.of(weights, weightType);
    this.narrowWeights = weightType.bits() == 8;
    this.bias = bias.map(b -> Blocks.of(b, biasType.orElseThrow()));
    this.rounding = rounding;
    this.guard = guard;
  }

  /** {@return the sums for a result of shape {@code shape}, both images NHWC} */
  public Wide execute(Tensor input, BlockType type, Shape image, Positions positions, Shape shape) {
    Wide sums = Wide.of(Math.toIntExact(shape.elements()));
    boolean narrow = narrowWeights && type.bits() == 8 && layout.depth() <= LONGEST_IN_INT;
    if (sums.accumulators().length > 0) {
      positions.visit(image, shape, new Sum(Blocks.of(input, type), image.size(3), narrow, sums));
    }
    return sums;
  }

  private final class Sum implements Sliding.Task {
    private final Blocks pixels;
    private final int channels;
    private final boolean narrow;
    private final Wide result;
    private final AlignedSum[] sums = new AlignedSum[layout.outputs()];

    /** Where segments end, for each output channel; those of the same inputs have one array. */
    private final int[][] ends = new int[layout.outputs()][];

    Sum(Blocks pixels, int channels, boolean narrow, Wide result) {
      this.pixels = pixels;
      this.channels = channels;
      this.narrow = narrow;
      this.result = result;
      for (int o = 0; o < sums.length; o++) {
        sums[o] = new AlignedSum(rounding, guard);
        boolean sameInputs = o > 0 && layout.firstInput(o) == layout.firstInput(o - 1);
        ends[o] = sameInputs ? ends[o - 1] : segments(layout.firstInput(o), layout.weight(o, 0));
      }
    }

    /**
     * {@return where the exponent of the input or of the weights changes among the channels of an
     * output channel: at the same of them at every pixel and position, since blocks are counted
     * from the start of the channels}
     */
    private int[] segments(int from, int weight) {
      List<Integer> found = new ArrayList<>();
      for (int i = 1; i <= layout.depth(); i++) {
        if (i == layout.depth()
            || pixels.groups().length == 0
            || weights.groups().length == 0
            || pixels.groups()[from + i] != pixels.groups()[from + i - 1]
            || weights.groups()[weight + i] != weights.groups()[weight + i - 1]) {
          found.add(i);
        }
      }
      return found.stream().mapToInt(i -> i).toArray();
    }

    @Override
    public void begin() {
      for (int o = 0; o < sums.length; o++) {
        sums[o].clear();
        if (bias.isPresent()) {
          sums[o].add(bias.get().mantissas()[o], bias.get().exponent(o));
        }
      }
    }

    @Override
    public void cover(int pixel, int tap, int count) {
      for (int o = 0; o < sums.length; o++) {
        for (int r = 0; r < count; r++) {
          int from = (pixel + r) * channels + layout.firstInput(o);
          add(sums[o], from, layout.weight(o, tap + r), ends[o]);
        }
      }
    }

    private void add(AlignedSum sum, int from, int weight, int[] segments) {
      int start = 0;
      for (int end : segments) {
        long dot =
            narrow
                ? narrow(from + start, weight + start, end - start)
                : wide(from + start, weight + start, end - start);
        sum.add(
            dot,
            pixels.exponents()[pixels.groups()[from + start]]
                + weights.exponents()[weights.groups()[weight + start]]);
        start = end;
      }
    }

    private int narrow(int from, int weight, int length) {
      int[] a = pixels.mantissas();
      int[] b = weights.mantissas();
      int dot = 0;
      for (int i = 0; i < length; i++) {
        dot += a[from + i] * b[weight + i];
      }
      return dot;
    }

    private long wide(int from, int weight, int length) {
      int[] a = pixels.mantissas();
      int[] b = weights.mantissas();
      long dot = 0;
      for (int i = 0; i < length; i++) {
        dot += (long) a[from + i] * b[weight + i];
      }
      return dot;
    }

    @Override
    public void end(int pixel) {
      for (int o = 0; o < sums.length; o++) {
        result.set(pixel * sums.length + o, sums[o].sum(), sums[o].exponent());
      }
    }
  }
}
