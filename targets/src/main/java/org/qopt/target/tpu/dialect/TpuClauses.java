package org.qopt.target.tpu.dialect;

import java.util.Optional;
import org.qopt.dialect.nn.shape.ShapeInput;
import org.qopt.dialect.nn.shape.ShapeRule;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.op.Clause;
import org.qopt.ir.op.InferenceException;
import org.qopt.ir.op.InferenceInput;
import org.qopt.ir.type.Shape;
import org.qopt.ir.type.TensorType;
import org.qopt.ir.type.Type;

/** The clauses that the operations of {@code tpu} share. */
final class TpuClauses {
  static final String SHAPE = "the shape of the result follows from those of the operands";
  static final String PARAMETERS = "all operands and the result have one scale and zero point";
  static final String DERIVED = "the multiplier and its shift follow from the scales in the types";
  static final String CONSTANT = "filter and bias are constants";

  private TpuClauses() {}

  /** {@return the check that the result has the shape that {@code rule} gives} */
  static Clause.Check shape(ShapeRule rule) {
    return operation -> shapeViolation(operation, rule);
  }

  private static Optional<String> shapeViolation(Operation operation, ShapeRule rule) {
    Shape found = ((TensorType) operation.result().type()).shape();
    try {
      Shape expected =
          rule.result(
              new ShapeInput(
                  operation.operandTypes().stream()
                      .map(type -> ((TensorType) type).shape())
                      .toList(),
                  operation.allAttributes()));
      return expected.equals(found)
          ? Optional.empty()
          : Optional.of("expected a result of shape [%s], but got [%s]".formatted(expected, found));
    } catch (InferenceException e) {
      return Optional.of(e.getMessage());
    } catch (ArithmeticException e) {
      return Optional.of("expected sizes that fit in 64 bits, but they do not");
    }
  }

  /** Checks that operands and result have equal quantized types. */
  static Optional<String> oneType(Operation operation) {
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
  static Optional<String> constants(Operation operation) {
    for (int i = 1; i < operation.operandCount(); i++) {
      Value operand = operation.operand(i);
      if (InferenceInput.constant(operand).isEmpty()) {
        return Optional.of(
            "expected a constant as operand #%d, but got a value of type %s"
                .formatted(i, operand.type()));
      }
    }
    return Optional.empty();
  }
}
