package org.qopt.filecheck;

import java.util.Optional;
import org.qopt.filecheck.floats.FloatValue;
import org.qopt.filecheck.floats.Tolerance;

/**
 * The inside of {@code [[#~...]]}.
 *
 * @param source the text, for messages
 * @param definition the variable that is set, if any
 * @param expected the value that is demanded, if any
 * @param tolerance how far from it is near enough
 */
record FloatBlock(
    Span source,
    Optional<String> definition,
    Optional<FloatExpression> expected,
    Tolerance tolerance) {

  /** {@return the value that is demanded now, if any} */
  Optional<FloatValue> value(Variables variables) throws EvaluationException {
    return expected.isEmpty() ? Optional.empty() : Optional.of(expected.get().evaluate(variables));
  }
}
