package org.qopt.target.dialect;

import java.util.Optional;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.op.ConstantElements;
import org.qopt.ir.type.TensorType;
import org.qopt.ir.type.Type;

/** The clauses of operations on what stands for reals. */
public final class TargetClauses {
  /** Of operations that move or compare bytes. */
  public static final String PARAMETERS =
      "all operands and the result have one scale and zero point";

  /** Of operations with weights. */
  public static final String CONSTANT = "filter and bias are constants";

  private TargetClauses() {}

  /** Checks that operands and result have equal quantized types. */
  public static Optional<String> oneType(Operation operation) {
    Type expected = ((TensorType) operation.result().type()).elementType();
    return operation.operandTypes().stream()
        .map(type -> ((TensorType) type).elementType())
        .filter(type -> !type.equals(expected))
        .findFirst()
        .map(
            found ->
                "expected operands with elements of %s, but got %s".formatted(expected, found));
  }

  /** Checks that all operands but the first are constants. */
  public static Optional<String> constants(Operation operation) {
    for (int i = 1; i < operation.operandCount(); i++) {
      Value operand = operation.operand(i);
      if (ConstantElements.of(operand).isEmpty()) {
        return Optional.of(
            "expected a constant as operand #%d, but got a value of type %s"
                .formatted(i, operand.type()));
      }
    }
    return Optional.empty();
  }
}
