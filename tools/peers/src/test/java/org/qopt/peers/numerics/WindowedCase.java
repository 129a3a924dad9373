package org.qopt.peers.numerics;

import org.qopt.target.image.Nhwc;
import org.qopt.target.image.Window1d;
import org.qopt.target.image.Window2d;
import org.tensorflow.lite.schema.Padding;

/**
 * A small image and a window over it, as a model file describes them.
 *
 * @param padding a constant of {@link Padding}
 */
record WindowedCase(Nhwc input, Window2d window, byte padding) {
  static WindowedCase random(Generator generator, int channels, boolean dilated) {
    byte padding = generator.chance(0.5) ? Padding.SAME : Padding.VALID;
    int kernelHeight = generator.between(1, 4);
    int kernelWidth = generator.between(1, 5);
    int dilationHeight = dilated ? generator.between(1, 2) : 1;
    int dilationWidth = dilated ? generator.between(1, 3) : 1;
    Nhwc input =
        new Nhwc(
            generator.between(1, 2),
            generator.between(1, 4) + (kernelHeight - 1) * dilationHeight,
            generator.between(1, 5) + (kernelWidth - 1) * dilationWidth,
            channels);
    Window2d window =
        new Window2d(
            window(padding, input.height(), kernelHeight, generator.between(1, 3), dilationHeight),
            window(padding, input.width(), kernelWidth, generator.between(1, 2), dilationWidth));
    return new WindowedCase(input, window, padding);
  }

  private static Window1d window(byte padding, int size, int kernel, int stride, int dilation) {
    return padding == Padding.SAME
        ? Window1d.same(size, kernel, stride, dilation)
        : Window1d.valid(kernel, stride, dilation);
  }

  int[] inputShape() {
    return shape(input);
  }

  int[] outputShape(int channels) {
    return shape(input.through(window, channels));
  }

  private static int[] shape(Nhwc shape) {
    return new int[] {shape.batch(), shape.height(), shape.width(), shape.channels()};
  }
}
