package org.qopt.target.dsp.dialect;

import java.util.Optional;
import org.qopt.ir.Operation;
import org.qopt.ir.attribute.Attribute;
import org.qopt.ir.type.Type;

/** The clauses that the operations of {@code dsp} share. */
final class DspClauses {
  static final String ONE_TYPE = "operands and result have one element type";
  static final String CLAMP =
      "where the exponent of the result is in its type, 'clamp_exponent' is that, if there is a clamp";
  static final String OVERFLOW =
      "no sum leaves the accumulator; 'accumulator_bound' is the largest";

  private DspClauses() {}

  /** Checks that the ends of the interval are mantissas of the result, where it is static. */
  static Optional<String> clamp(Operation operation) {
    Type result = operation.result().type();
    if (!DspTypes.isStatic(result)
        || operation
            .required(DspAttributes.CLAMP, Attribute.class)
            .equals(DspAttributes.UNBOUNDED)) {
      return Optional.empty();
    }
    int expected = DspTypes.exponent(result, 0);
    int found = DspAttributes.integer(operation, DspAttributes.CLAMP_EXPONENT);
    return expected == found
        ? Optional.empty()
        : Optional.of("expected 'clamp_exponent' = %d, but got %d".formatted(expected, found));
  }
}
