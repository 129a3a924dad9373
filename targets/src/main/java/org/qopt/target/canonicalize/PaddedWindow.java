package org.qopt.target.canonicalize;

import java.util.Optional;
import org.qopt.dialect.nn.attr.Padding;
import org.qopt.ir.Operation;
import org.qopt.ir.attribute.DenseIntArrayAttr;

/** What a window over padded images pads by, once it is put over the images themselves. */
public final class PaddedWindow {
  private PaddedWindow() {}

  /**
   * {@return the padding of {@code window} and that of {@code pad} together; empty if {@code pad}
   * adds images or channels, which no window can}
   *
   * @param window an operation with the attribute {@code padding} of a window
   * @param pad a pad of its images, NHWC, with {@code padding} before and after each axis
   */
  public static Optional<Padding> joined(Operation window, Operation pad) {
    int[] by = pad.required("padding", DenseIntArrayAttr.class).toInts();
    if (by[0] + by[1] + by[6] + by[7] > 0) {
      return Optional.empty();
    }
    Padding own = Padding.of(window);
    return Optional.of(
        new Padding(
            own.top() + by[2], own.bottom() + by[3], own.left() + by[4], own.right() + by[5]));
  }
}
