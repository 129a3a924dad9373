package org.qopt.target.dsp.numerics;

import org.qopt.dialect.bfp.BlockRounding;
import org.qopt.dialect.bfp.Wide;
import org.qopt.dialect.nn.kernel.Sliding;
import org.qopt.dialect.nn.shape.Window;
import org.qopt.ir.type.Shape;

/** Largest numbers and means over windows of an NHWC image; padding takes no part. */
public final class Pooling {
  private Pooling() {}

  /** {@return the largest number of each channel of each window} */
  public static Wide largest(
      Wide input, Shape image, Window window, Shape shape, int guard, BlockRounding rounding) {
    return pool(input, image, window, shape, guard, rounding, false);
  }

  /** {@return the mean of each channel of each window: the sum divided by the count, rounded} */
  public static Wide mean(
      Wide input, Shape image, Window window, Shape shape, int guard, BlockRounding rounding) {
    return pool(input, image, window, shape, guard, rounding, true);
  }

  private static Wide pool(
      Wide input,
      Shape image,
      Window window,
      Shape shape,
      int guard,
      BlockRounding rounding,
      boolean mean) {
    int channels = image.size(3);
    Wide result = Wide.of(Math.toIntExact(shape.elements()));
    AlignedSum[] sums = new AlignedSum[channels];
    for (int c = 0; c < channels; c++) {
      sums[c] = new AlignedSum(rounding, guard);
    }
    Sliding.run(
        window,
        image,
        shape,
        new Sliding.Task() {
          private int covered;

          @Override
          public void begin() {
            covered = 0;
            for (AlignedSum sum : sums) {
              sum.clear();
            }
          }

          @Override
          public void cover(int pixel, int tap, int count) {
            covered += count;
            for (int i = pixel * channels; i < (pixel + count) * channels; i++) {
              sums[i % channels].add(input.accumulators()[i], input.exponents()[i]);
            }
          }

          @Override
          public void end(int pixel) {
            for (int c = 0; c < channels; c++) {
              long value =
                  mean ? rounding.divide(sums[c].sum(), Math.max(1, covered)) : sums[c].largest();
              result.set(pixel * channels + c, value, sums[c].exponent());
            }
          }
        });
    return result;
  }
}
