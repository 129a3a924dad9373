package org.qopt.target.dsp.numerics;

import org.qopt.dialect.bfp.BlockType;
import org.qopt.dialect.nn.kernel.Sliding;
import org.qopt.ir.tensor.ElementKind;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.Shape;

/**
 * Convolutions and matrix products whose exponents are all known: the products of an output channel
 * are summed on top of its bias, shifted left by {@code biasShift}; the sum is shifted right by
 * {@code shift}, rounded, saturated and cut.
 *
 * @param layout which weight belongs to what
 * @param weights the mantissas of the weights
 * @param bias the mantissas of the bias, one for each output channel
 * @param biasShift one for each output channel
 * @param shift one for each output channel
 * @param result the type of the result
 * @param clamp the interval of the result's mantissas
 */
public record StaticFilter(
    FilterLayout layout,
    int[] weights,
    int[] bias,
    int[] biasShift,
    int[] shift,
    BlockType result,
    ClampBounds clamp) {
  /** {@return the result of shape {@code shape}, both images NHWC} */
  public Tensor execute(Tensor input, Shape image, Positions positions, Shape shape) {
    int[] pixels = input.cast(ElementKind.I32).ints();
    int[] output = new int[Math.toIntExact(shape.elements())];
    positions.visit(image, shape, new Sum(pixels, image.size(3), output));
    return Tensor.of(shape, output).cast(result.kind());
  }

  private final class Sum implements Sliding.Task {
    private final int[] pixels;
    private final int channels;
    private final int[] output;
    private final long[] sums = new long[layout.outputs()];

    Sum(int[] pixels, int channels, int[] output) {
      this.pixels = pixels;
      this.channels = channels;
      this.output = output;
    }

    @Override
    public void begin() {
      for (int o = 0; o < sums.length; o++) {
        sums[o] = result.rounding().shiftRight(bias[o], -biasShift[o]);
      }
    }

    @Override
    public void cover(int pixel, int tap, int count) {
      int depth = layout.depth();
      // Neighbouring positions lie side by side in the image, and so do their weights.
      boolean whole = depth == channels && !layout.channelsLast();
      int runs = whole ? 1 : count;
      int length = whole ? count * depth : depth;
      for (int o = 0; o < sums.length; o++) {
        for (int r = 0; r < runs; r++) {
          int from = (pixel + r) * channels + layout.firstInput(o);
          int weight = layout.weight(o, tap + r);
          long sum = 0;
          for (int i = 0; i < length; i++) {
            sum += (long) pixels[from + i] * weights[weight + i];
          }
          sums[o] += sum;
        }
      }
    }

    @Override
    public void end(int pixel) {
      for (int o = 0; o < sums.length; o++) {
        long rounded = result.rounding().shiftRight(sums[o], shift[o]);
        output[pixel * sums.length + o] =
            clamp.cut((int) result.saturation().cut(rounded, result.bits()));
      }
    }
  }
}
