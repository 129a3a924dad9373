package org.qopt.target.tpu.export;

import java.util.Optional;
import org.qopt.target.image.Window1d;
import org.qopt.target.image.Window2d;
import org.tensorflow.lite.schema.Padding;

/** The two ways of padding that the format has names for. */
final class WindowPadding {
  private WindowPadding() {}

  /** {@return the name of the padding that gives the same windows of an image, if there is one} */
  static Optional<Byte> of(Window2d window, int height, int width) {
    if (isValid(window.rows(), height) && isValid(window.columns(), width)) {
      return Optional.of(Padding.VALID);
    }
    return isSame(window.rows(), height) && isSame(window.columns(), width)
        ? Optional.of(Padding.SAME)
        : Optional.empty();
  }

  /** Padding behind that no window reaches does not count. */
  private static boolean isValid(Window1d window, int size) {
    Window1d valid = Window1d.valid(window.kernel(), window.stride(), window.dilation());
    return window.padBefore() == 0 && window.outputs(size) == valid.outputs(size);
  }

  private static boolean isSame(Window1d window, int size) {
    Window1d same = Window1d.same(size, window.kernel(), window.stride(), window.dilation());
    return window.padBefore() == same.padBefore() && window.outputs(size) == same.outputs(size);
  }
}
