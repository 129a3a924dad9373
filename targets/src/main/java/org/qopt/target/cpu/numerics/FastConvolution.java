package org.qopt.target.cpu.numerics;

import org.qopt.dialect.nn.shape.Window;
import org.qopt.ir.type.Shape;
import org.qopt.target.image.Nhwc;
import org.qopt.target.image.Window1d;
import org.qopt.target.image.Window2d;
import org.qopt.target.simd.ByteKernel;
import org.qopt.target.simd.ConvolutionSums;
import org.qopt.target.simd.DepthwiseSums;
import org.qopt.target.simd.Simd;

/**
 * {@link Convolution} with vector instructions: the same bytes, many times faster once the JVM has
 * compiled them.
 */
public final class FastConvolution {
  private FastConvolution() {}

  /** {@return whether images of this shape can be taken, on this JVM} */
  public static boolean canTake(Shape images, Window window) {
    return Simd.isAvailable()
        && images.elements() > 0
        && !ConvolutionSums.isLarge(nhwc(images), window(window));
  }

  /**
   * {@return the convolution, as {@link Convolution} computes it; each channel by itself if there
   * are as many groups as channels}
   *
   * @param weights output channel, row, column, input channel of the group
   */
  public static ByteKernel of(
      Shape images,
      Window window,
      int groups,
      int zeroPoint,
      byte[] weights,
      int[] bias,
      Requantizer requantizer) {
    if (groups > 1 && groups == images.size(3)) {
      DepthwiseSums sums =
          new DepthwiseSums(
              nhwc(images), window(window), zeroPoint, byTap(weights, bias.length), bias);
      return input -> sums.execute(input, requantizer::store);
    }
    ConvolutionSums sums =
        new ConvolutionSums(
            nhwc(images), window(window), zeroPoint, byTap(weights, 1), bias, groups);
    return input -> sums.execute(input, requantizer::store);
  }

  /** {@return the weights of all channels for the first tap, then for the next} */
  private static int[] byTap(byte[] weights, int channels) {
    int[] sorted = new int[weights.length];
    int taps = weights.length / Math.max(1, channels);
    for (int i = 0; i < sorted.length; i++) {
      sorted[i % taps * channels + i / taps] = weights[i];
    }
    return sorted;
  }

  private static Nhwc nhwc(Shape images) {
    return new Nhwc(images.size(0), images.size(1), images.size(2), images.size(3));
  }

  private static Window2d window(Window window) {
    return new Window2d(
        new Window1d(
            (int) window.height(),
            window.strides().height(),
            window.dilations().height(),
            window.padding().top(),
            window.padding().bottom()),
        new Window1d(
            (int) window.width(),
            window.strides().width(),
            window.dilations().width(),
            window.padding().left(),
            window.padding().right()));
  }
}
