package org.qopt.target.dsp.numerics;

import org.qopt.dialect.nn.kernel.Sliding;
import org.qopt.dialect.nn.shape.Window;
import org.qopt.ir.type.Shape;

/** Which pixels of an image each pixel of a result is computed from. */
@FunctionalInterface
public interface Positions {
  /** Visits the pixels of {@code result} in order, both images NHWC. */
  void visit(Shape image, Shape result, Sliding.Task task);

  /** {@return those under a window that moves over the image} */
  static Positions under(Window window) {
    return (image, result, task) -> Sliding.run(window, image, result, task);
  }

  /** {@return those whose windows, laid into the result, reach the pixel} */
  static Positions reachedBy(Window window) {
    return (image, result, task) -> Spreading.run(window, image, result, task);
  }
}
