package org.qopt.target.dialect;

import java.util.Optional;
import org.qopt.dialect.quant.QuantizedTypes;
import org.qopt.dialect.quant.UniformQuantizedPerAxisType;
import org.qopt.ir.Operation;
import org.qopt.ir.type.Type;

/** The clauses of operations with filter and bias. */
public final class FilterClauses {
  /** Of filters with many scales. */
  public static final String CHANNELS =
      "a filter quantized per axis is so along its output channels";

  /** Of operations with a bias. */
  public static final String BIAS =
      "the scale of the bias is that of the input times that of the filter";

  private FilterClauses() {}

  /** Checks that a filter quantized per axis is so along {@code axis}. */
  public static Optional<String> channels(Operation operation, int axis) {
    return QuantizedTypes.of(operation.operand(1).type())
        .filter(type -> type instanceof UniformQuantizedPerAxisType many && many.axis() != axis)
        .map(
            type ->
                "expected a filter with a scale for each index of axis %d, but got %s"
                    .formatted(axis, type));
  }

  /** Checks that a bias, if there is one, has the scales that the sums of products have. */
  public static Optional<String> bias(Operation operation) {
    if (operation.operandCount() < 3) {
      return Optional.empty();
    }
    Type bias = operation.operand(2).type();
    if (QuantizedTypes.of(bias)
        .filter(type -> type instanceof UniformQuantizedPerAxisType many && many.axis() != 0)
        .isPresent()) {
      return Optional.of("expected a bias with a scale for each index of axis 0, but got " + bias);
    }
    float input = Scales.scale(operation.operand(0).type());
    float[] filter = Scales.all(operation.operand(1).type());
    float[] found = Scales.all(bias);
    for (int i = 0; i < Math.max(filter.length, found.length); i++) {
      float expected = input * filter[filter.length == 1 ? 0 : i];
      float actual = found[found.length == 1 ? 0 : i];
      if (expected != actual) {
        return Optional.of(
            "expected a bias of scale %s for channel %d, but got %s"
                .formatted(expected, i, actual));
      }
    }
    return Optional.empty();
  }
}
