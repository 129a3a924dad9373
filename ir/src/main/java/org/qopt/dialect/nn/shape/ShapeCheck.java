package org.qopt.dialect.nn.shape;

import java.util.Optional;
import org.qopt.ir.op.Clause;
import org.qopt.ir.op.InferenceException;
import org.qopt.ir.op.InferenceInput;
import org.qopt.ir.type.Shape;

/** Finds out whether operand shapes and attributes break a rule. */
@FunctionalInterface
public interface ShapeCheck {
  /** {@return how the rule is broken (expected and found), or empty if it is not} */
  Optional<String> violation(ShapeInput input);

  /** {@return the check of an operation's clause; it passes while an operand is unranked} */
  static Clause.Check clause(ShapeCheck check) {
    return operation ->
        ShapeRule.shapes(InferenceInput.of(operation))
            .flatMap(shapes -> check.violation(new ShapeInput(shapes, operation.allAttributes())));
  }

  /**
   * Keeps a shape rule from going on with what breaks the rule.
   *
   * @throws InferenceException if it is broken
   */
  static void require(ShapeCheck check, ShapeInput input) {
    check
        .violation(input)
        .ifPresent(
            text -> {
              throw new InferenceException(text);
            });
  }

  /** {@return whether both dimensions are known and differ} */
  static boolean differ(long a, long b) {
    return a != b && a != Shape.DYNAMIC && b != Shape.DYNAMIC;
  }
}
