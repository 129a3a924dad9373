package org.qopt.dialect.nn.shape;

import static com.google.common.math.LongMath.saturatedAdd;
import static com.google.common.math.LongMath.saturatedMultiply;

import java.util.Optional;
import org.qopt.dialect.nn.attr.Padding;
import org.qopt.dialect.nn.attr.Spatial;
import org.qopt.ir.type.Shape;

/** The shapes of transposed convolutions: input NHWC, filter OHWI. */
public final class ConvTransposeShapes {
  private ConvTransposeShapes() {}

  /** {@return the shape of {@code nn.conv2d_transpose}: N, what the windows cover, O} */
  public static Shape transposed(ShapeInput input) {
    ShapeCheck.require(ConvShapes::channels, input);
    ShapeCheck.require(ConvShapes::groups, input);
    ShapeCheck.require(ConvShapes::bias, input);
    ShapeCheck.require(ConvTransposeShapes::rest, input);
    return Shape.of(
        input.shape(0, 4).dim(0), height(input), width(input), input.shape(1, 4).dim(0));
  }

  /** Checks that padding leaves something of what the windows cover. */
  public static Optional<String> rest(ShapeInput input) {
    return rest("height", height(input)).or(() -> rest("width", width(input)));
  }

  private static Optional<String> rest(String side, long size) {
    return size == Shape.DYNAMIC || size > 0
        ? Optional.empty()
        : Optional.of(
            "expected padding that leaves something of the windows, but the result's %s is %d"
                .formatted(side, size));
  }

  private static long height(ShapeInput input) {
    Window window = ConvShapes.window(input);
    Padding padding = window.padding();
    return size(
        input.shape(0, 4).dim(1),
        window.height(),
        window.strides().height(),
        window.dilations().height(),
        (long) extra(input).height() - padding.top() - padding.bottom());
  }

  private static long width(ShapeInput input) {
    Window window = ConvShapes.window(input);
    Padding padding = window.padding();
    return size(
        input.shape(0, 4).dim(2),
        window.width(),
        window.strides().width(),
        window.dilations().width(),
        (long) extra(input).width() - padding.left() - padding.right());
  }

  private static Spatial extra(ShapeInput input) {
    return Spatial.of(input.ints("output_padding", 2, 0));
  }

  private static long size(long input, long window, int stride, int dilation, long extra) {
    if (input == Shape.DYNAMIC || window == Shape.DYNAMIC) {
      return Shape.DYNAMIC;
    }
    // Dimensions come from text: their products must not wrap into something that looks right.
    long starts = saturatedMultiply(input - 1, stride);
    long reach = saturatedAdd(saturatedMultiply(window - 1, dilation), 1);
    return saturatedAdd(saturatedAdd(starts, reach), extra);
  }
}
