package org.qopt.target.tpu.numerics;

import org.qopt.target.image.Nhwc;
import org.qopt.target.image.Window1d;
import org.qopt.target.image.Window2d;
import org.qopt.target.simd.ByteKernel;
import org.qopt.target.simd.ConvolutionSums;
import org.qopt.target.simd.DepthwiseSums;
import org.qopt.target.simd.Simd;
import org.qopt.target.simd.SumStage;

/**
 * {@link Conv2d}, {@link TransposedConv2d}, {@link DepthwiseConv2d} and {@link FullyConnected} with
 * vector instructions: the same bytes, many times faster once the JVM has compiled them.
 */
public final class FastFilters {
  private static final Window2d POINT =
      new Window2d(Window1d.valid(1, 1, 1), Window1d.valid(1, 1, 1));

  private static final int LARGEST_STRIDE = 8;

  private FastFilters() {}

  /** {@return whether images of this shape can be taken, on this JVM} */
  public static boolean canTake(Nhwc images, Window2d window) {
    return Simd.isAvailable()
        && images.batch() > 0
        && images.height() > 0
        && images.width() > 0
        && images.channels() > 0
        && !ConvolutionSums.isLarge(images, window);
  }

  /**
   * {@return a convolution, as {@link Conv2d} computes it}
   *
   * @param groups into how many equal parts the channels are cut
   */
  public static ByteKernel conv2d(
      Nhwc images,
      Window2d window,
      int inputZeroPoint,
      OutputStage output,
      byte[] weights,
      int[] bias,
      int groups) {
    ConvolutionSums sums =
        new ConvolutionSums(images, window, inputZeroPoint, widened(weights), bias, groups);
    SumStage stage = new Requantizer(output, bias.length).fast();
    return input -> sums.execute(input, stage);
  }

  /**
   * {@return a transposed convolution, as {@link TransposedConv2d} computes it}
   *
   * @param result the shape of the result; {@link #canTransposeTo} must hold of it
   */
  public static ByteKernel conv2dTranspose(
      Nhwc images,
      Nhwc result,
      Window2d window,
      int inputZeroPoint,
      OutputStage output,
      byte[] weights,
      int[] bias,
      int groups) {
    SumStage stage = new Requantizer(output, bias.length).fast();
    return new FastTransposed(
        images, result, window, inputZeroPoint, stage, widened(weights), bias, groups);
  }

  /** {@return whether a transposed convolution to such a result can be taken, on this JVM} */
  public static boolean canTransposeTo(Nhwc result, Nhwc images, Window2d window) {
    // With larger strides most of what plain convolutions pad and copy is for nothing.
    return Simd.isAvailable()
        && Math.max(window.rows().stride(), window.columns().stride()) <= LARGEST_STRIDE
        && result.size() > 0
        && FastTransposed.windows(images, result, window).stream()
            .allMatch(plain -> canTake(images, plain));
  }

  /** {@return a convolution of each channel by itself, as {@link DepthwiseConv2d} computes it} */
  public static ByteKernel depthwise(
      Nhwc images,
      Window2d window,
      int inputZeroPoint,
      OutputStage output,
      byte[] weights,
      int[] bias) {
    DepthwiseSums sums = new DepthwiseSums(images, window, inputZeroPoint, widened(weights), bias);
    SumStage stage = new Requantizer(output, bias.length).fast();
    return input -> sums.execute(input, stage);
  }

  /**
   * {@return a product of {@code rows} rows with a matrix, as {@link FullyConnected} computes it}
   */
  public static ByteKernel fullyConnected(
      int rows, int inputZeroPoint, OutputStage output, byte[] weights, int[] bias) {
    Nhwc images = rows(rows, weights.length / bias.length);
    return conv2d(images, POINT, inputZeroPoint, output, weights, bias, 1);
  }

  /** {@return whether so many rows of so many values can be taken, on this JVM} */
  public static boolean canTake(long rows, int inputs) {
    return rows == (int) rows && canTake(rows((int) rows, inputs), POINT);
  }

  private static Nhwc rows(int rows, int inputs) {
    return new Nhwc(1, 1, rows, inputs);
  }

  private static int[] widened(byte[] bytes) {
    int[] ints = new int[bytes.length];
    for (int i = 0; i < ints.length; i++) {
      ints[i] = bytes[i];
    }
    return ints;
  }
}
