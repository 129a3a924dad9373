package org.qopt.dialect.nn.shape;

import static com.google.common.math.LongMath.saturatedAdd;
import static com.google.common.math.LongMath.saturatedMultiply;

import java.util.Optional;
import org.qopt.dialect.nn.attr.Padding;
import org.qopt.dialect.nn.attr.Spatial;
import org.qopt.ir.type.Shape;

/**
 * A window that moves over an image.
 *
 * @param height its rows, or {@link Shape#DYNAMIC}
 * @param width its columns, or {@link Shape#DYNAMIC}
 * @param strides how far it moves
 * @param dilations the distance between neighbouring rows and columns of the window
 * @param padding what surrounds the image
 */
public record Window(long height, long width, Spatial strides, Spatial dilations, Padding padding) {

  /** {@return the window of these sizes that the attributes describe} */
  static Window of(ShapeInput input, long height, long width) {
    return new Window(
        height,
        width,
        Spatial.of(input.ints("strides", 2, 1)),
        input.attributes().find("dilations").isEmpty()
            ? Spatial.ONE
            : Spatial.of(input.ints("dilations", 2, 1)),
        Padding.of(input.ints(Padding.NAME, 4, 0)));
  }

  /** {@return the number of positions in an image of {@code rows} rows} */
  public long outputHeight(long rows) {
    return positions(
        rows, padding.top() + padding.bottom(), height, strides.height(), dilations.height());
  }

  /** {@return the number of positions in an image of {@code columns} columns} */
  public long outputWidth(long columns) {
    return positions(
        columns, padding.left() + padding.right(), width, strides.width(), dilations.width());
  }

  /** {@return how the window is larger than the padded NHWC image, or empty if it is not} */
  Optional<String> misfit(Shape image) {
    return misfit("height", outputHeight(image.dim(1)), height)
        .or(() -> misfit("width", outputWidth(image.dim(2)), width));
  }

  private static Optional<String> misfit(String side, long positions, long size) {
    return positions == Shape.DYNAMIC || positions > 0
        ? Optional.empty()
        : Optional.of(
            "expected a window that fits the padded input, but its %s %d does not"
                .formatted(side, size));
  }

  private static long positions(long size, long padding, long window, int stride, int dilation) {
    if (size == Shape.DYNAMIC || window == Shape.DYNAMIC) {
      return Shape.DYNAMIC;
    }
    // Dimensions come from text: their products must not wrap into something that looks right.
    long reach = saturatedAdd(saturatedMultiply(window - 1, dilation), 1);
    long room = saturatedAdd(size, padding) - reach;
    return room < 0 || window < 1 ? 0 : room / stride + 1;
  }
}
