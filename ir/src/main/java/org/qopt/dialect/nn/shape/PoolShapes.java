package org.qopt.dialect.nn.shape;

import java.util.Optional;
import org.qopt.dialect.nn.attr.Padding;
import org.qopt.dialect.nn.attr.Spatial;
import org.qopt.ir.type.Shape;

/** The shapes of poolings over NHWC images. */
public final class PoolShapes {
  private PoolShapes() {}

  /** {@return the shape of a pooling: N, the number of windows, C} */
  public static Shape pool(ShapeInput input) {
    ShapeCheck.require(PoolShapes::fits, input);
    Shape image = input.shape(0, 4);
    Window window = window(input);
    return Shape.of(
        image.dim(0),
        window.outputHeight(image.dim(1)),
        window.outputWidth(image.dim(2)),
        image.dim(3));
  }

  /** {@return the window of a pooling} */
  public static Window window(ShapeInput input) {
    Spatial kernel = Spatial.of(input.ints("kernel", 2, 1));
    return Window.of(input, kernel.height(), kernel.width());
  }

  /** Checks that at least one window lies within the padded input. */
  public static Optional<String> fits(ShapeInput input) {
    return window(input).misfit(input.shape(0, 4));
  }

  /** Checks that every window holds an element of the input: less padding than window. */
  public static Optional<String> padding(ShapeInput input) {
    Spatial kernel = Spatial.of(input.ints("kernel", 2, 1));
    Padding padding = Padding.of(input.ints(Padding.NAME, 4, 0));
    boolean small =
        Math.max(padding.top(), padding.bottom()) < kernel.height()
            && Math.max(padding.left(), padding.right()) < kernel.width();
    return small
        ? Optional.empty()
        : Optional.of(
            "expected less padding than the kernel's size (%d, %d), but got %s"
                .formatted(kernel.height(), kernel.width(), input.array(Padding.NAME)));
  }
}
