package org.qopt.target.dsp.numerics;

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
  private final FilterLayout layout;
  private final Blocks weights;
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
    this.bias = bias.map(b -> Blocks.of(b, biasType.orElseThrow()));
    this.rounding = rounding;
    this.guard = guard;
  }

  /** {@return the sums for a result of shape {@code shape}, both images NHWC} */
  public Wide execute(Tensor input, BlockType type, Shape image, Positions positions, Shape shape) {
    Wide sums = Wide.of(Math.toIntExact(shape.elements()));
    positions.visit(image, shape, new Sum(Blocks.of(input, type), image.size(3), sums));
    return sums;
  }

  private final class Sum implements Sliding.Task {
    private final Blocks pixels;
    private final int channels;
    private final Wide result;
    private final AlignedSum[] sums = new AlignedSum[layout.outputs()];

    Sum(Blocks pixels, int channels, Wide result) {
      this.pixels = pixels;
      this.channels = channels;
      this.result = result;
      for (int o = 0; o < sums.length; o++) {
        sums[o] = new AlignedSum(rounding, guard);
      }
    }

    @Override
    public void begin() {
      for (int o = 0; o < sums.length; o++) {
        sums[o].clear();
        int channel = o;
        bias.ifPresent(b -> sums[channel].add(b.mantissas()[channel], b.exponent(channel)));
      }
    }

    @Override
    public void cover(int pixel, int tap, int count) {
      for (int o = 0; o < sums.length; o++) {
        for (int r = 0; r < count; r++) {
          add(sums[o], (pixel + r) * channels + layout.firstInput(o), layout.weight(o, tap + r));
        }
      }
    }

    private void add(AlignedSum sum, int from, int weight) {
      int[] inputs = pixels.groups();
      int[] rows = weights.groups();
      int start = 0;
      while (start < layout.depth()) {
        int inputGroup = inputs[from + start];
        int weightGroup = rows[weight + start];
        long dot = 0;
        int i = start;
        while (i < layout.depth()
            && inputs[from + i] == inputGroup
            && rows[weight + i] == weightGroup) {
          dot += (long) pixels.mantissas()[from + i] * weights.mantissas()[weight + i];
          i++;
        }
        sum.add(dot, pixels.exponents()[inputGroup] + weights.exponents()[weightGroup]);
        start = i;
      }
    }

    @Override
    public void end(int pixel) {
      for (int o = 0; o < sums.length; o++) {
        result.set(pixel * sums.length + o, sums[o].sum(), sums[o].exponent());
      }
    }
  }
}
