package org.qopt.target.tpu.export;

import org.qopt.ir.Value;
import org.qopt.ir.type.Shape;
import org.qopt.ir.type.TensorType;

/** The shape of constants that are repeated for all elements of a tensor. */
final class Ones {
  private Ones() {}

  /**
   * {@return a shape of one element that broadcasts to that of {@code value}}: a scalar would
   * become a vector beside one
   */
  static Shape shape(Value value) {
    return ((TensorType) value.type()).rank() == 0 ? Shape.of() : Shape.of(1);
  }
}
