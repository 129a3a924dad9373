package org.qopt.passes.annotate;

import java.util.stream.Stream;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.op.Traits;
import org.qopt.ir.type.FloatType;
import org.qopt.ir.type.ShapedType;

/** Which values and operations quantization is about. */
final class FloatValues {
  private FloatValues() {}

  /** {@return whether {@code value} is a tensor of floats} */
  static boolean isFloat(Value value) {
    return value.type() instanceof ShapedType shaped && shaped.elementType() instanceof FloatType;
  }

  /** {@return whether {@code operation} takes or computes floats} */
  static boolean concerns(Operation operation) {
    return Stream.concat(operation.operands().stream(), operation.results().stream())
        .anyMatch(FloatValues::isFloat);
  }

  /** {@return whether {@code operation} is a constant} */
  static boolean isConstant(Operation operation) {
    return operation.has(Traits.CONSTANT_LIKE);
  }
}
