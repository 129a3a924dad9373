package org.qopt.target.cpu.numerics;

import org.qopt.dialect.nn.kernel.Sliding;
import org.qopt.dialect.nn.shape.Window;
import org.qopt.ir.type.Shape;

/** A window that is moved over images, and what is computed from the bytes under it. */
public final class Pool2d {
  /** Computes one result. */
  public interface Reduction {
    /**
     * {@return the result}
     *
     * @param image the bytes of all images
     * @param places where the bytes under the window are, row by row; what follows {@code count} is
     *     of no meaning
     * @param count how many they are; padding does not count
     */
    byte apply(byte[] image, int[] places, int count);
  }

  private final Window window;
  private final Reduction reduction;

  /** Moves {@code window} and applies {@code reduction}. */
  public Pool2d(Window window, Reduction reduction) {
    this.window = window;
    this.reduction = reduction;
  }

  /** {@return the largest byte under the window} */
  public static Pool2d max(Window window) {
    return new Pool2d(
        window,
        (image, places, count) -> {
          byte largest = Byte.MIN_VALUE;
          for (int i = 0; i < count; i++) {
            largest = (byte) Math.max(largest, image[places[i]]);
          }
          return largest;
        });
  }

  /**
   * {@return the mean of the bytes under the window, as QLinearAveragePool computes it: their real
   * values are added up in float32, row by row; the mean is divided by the result's scale, its zero
   * point added, and rounded once}
   *
   * @param countPadding whether padding counts, as 0
   */
  public static Pool2d average(Window window, Affine input, Affine result, boolean countPadding) {
    int all = (int) (window.height() * window.width());
    return new Pool2d(
        window,
        (image, places, count) -> {
          float sum = 0;
          for (int i = 0; i < count; i++) {
            sum += input.scale() * (image[places[i]] - input.zeroPoint());
          }
          float mean = sum / (countPadding ? all : count);
          return Saturation.roundUnsigned(mean / result.scale() + result.unsignedZeroPoint());
        });
  }

  /** {@return the results, in the shape {@code to}} */
  public byte[] execute(byte[] image, Shape from, Shape to) {
    byte[] output = new byte[Math.toIntExact(to.elements())];
    Sliding.run(window, from, to, new Reducing(image, output, from.size(3)));
    return output;
  }

  /** Reduces what the window covers, channel by channel. */
  private final class Reducing implements Sliding.Task {
    private final byte[] image;
    private final byte[] output;
    private final int channels;
    private final int[] places = new int[Math.toIntExact(window.height() * window.width())];
    private int count;

    Reducing(byte[] image, byte[] output, int channels) {
      this.image = image;
      this.output = output;
      this.channels = channels;
    }

    @Override
    public void begin() {
      count = 0;
    }

    @Override
    public void cover(int pixel, int tap, int pixels) {
      for (int i = 0; i < pixels; i++) {
        places[count++] = (pixel + i) * channels;
      }
    }

    @Override
    public void end(int pixel) {
      for (int c = 0; c < channels; c++) {
        output[pixel * channels + c] = reduction.apply(image, places, count);
        for (int i = 0; i < count; i++) {
          places[i]++;
        }
      }
    }
  }
}
