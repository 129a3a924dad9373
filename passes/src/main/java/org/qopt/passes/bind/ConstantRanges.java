package org.qopt.passes.bind;

import org.qopt.ir.Operation;
import org.qopt.ir.diagnostic.InvalidInputException;
import org.qopt.ir.tensor.Tensor;
import org.qopt.quantize.ValueRange;

/** The ranges of constants: of their own elements. */
final class ConstantRanges {
  private ConstantRanges() {}

  /**
   * {@return the range of the elements; zero alone if there are none}
   *
   * @throws InvalidInputException at {@code user} if an element is infinite or not a number
   */
  static ValueRange of(Tensor constant, Operation user) {
    long count = constant.isSplat() ? Math.min(1, constant.size()) : constant.size();
    float min = Float.POSITIVE_INFINITY;
    float max = Float.NEGATIVE_INFINITY;
    for (long i = 0; i < count; i++) {
      float element = (float) constant.real(i);
      requireFinite(element, i, user);
      min = Math.min(min, element);
      max = Math.max(max, element);
    }
    return count == 0 ? new ValueRange(0, 0) : new ValueRange(min, max);
  }

  /** Refuses a constant with an element that is infinite or not a number. */
  static void requireFinite(Tensor constant, Operation user) {
    of(constant, user);
  }

  private static void requireFinite(float element, long index, Operation user) {
    if (!Float.isFinite(element)) {
      throw new InvalidInputException(
          user.reportLocation(),
          "'%s' op takes a constant that cannot be quantized: element %d is %s"
              .formatted(user.name(), index, element));
    }
  }
}
