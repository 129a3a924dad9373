package org.qopt.target.dialect;

import java.util.Optional;
import org.qopt.dialect.nn.shape.ShapeInput;
import org.qopt.dialect.nn.shape.ShapeRule;
import org.qopt.ir.Operation;
import org.qopt.ir.op.Clause;
import org.qopt.ir.op.InferenceException;
import org.qopt.ir.type.Shape;
import org.qopt.ir.type.TensorType;

/** The clause of an operation whose result has the shape of its like in {@code nn}. */
public final class ShapeClause {
  /** The text of the clause. */
  public static final String TEXT = "the shape of the result follows from those of the operands";

  private ShapeClause() {}

  /** {@return the check that the result has the shape that {@code rule} gives; all are tensors} */
  public static Clause.Check of(ShapeRule rule) {
    return operation -> violation(operation, rule);
  }

  private static Optional<String> violation(Operation operation, ShapeRule rule) {
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
}
