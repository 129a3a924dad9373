package org.qopt.target.tpu.dialect;

import java.util.Optional;
import org.qopt.dialect.quant.QuantizedType;
import org.qopt.dialect.quant.QuantizedTypes;
import org.qopt.dialect.quant.StorageType;
import org.qopt.dialect.quant.UniformQuantizedPerAxisType;
import org.qopt.dialect.quant.UniformQuantizedType;
import org.qopt.ir.Operation;
import org.qopt.ir.type.IntegerType;
import org.qopt.ir.type.TensorType;
import org.qopt.ir.type.Type;

/** The clauses of operations with filter and bias. */
public final class FilterClauses {
  static final String CHANNELS = "a filter quantized per axis is so along its output channels";
  static final String BIAS = "the scale of the bias is that of the input times that of the filter";

  private FilterClauses() {}

  /** {@return how the bias of {@code operation} is stored, whether it has one or not} */
  public static QuantizedType biasElement(Operation operation) {
    float input = Scales.scale(operation.operand(0).type());
    float[] filter = Scales.all(operation.operand(1).type());
    double[] scales = new double[filter.length];
    for (int i = 0; i < scales.length; i++) {
      // A bias of zeros has a scale even where the product is too small for one.
      scales[i] = Math.max(input * filter[i], Float.MIN_VALUE);
    }
    return scales.length == 1
        ? UniformQuantizedType.of(StorageType.I32, (float) scales[0], 0)
        : UniformQuantizedPerAxisType.symmetric(StorageType.I32, 0, scales);
  }

  /** Checks that a filter quantized per axis is so along {@code axis}. */
  static Optional<String> channels(Operation operation, int axis) {
    return QuantizedTypes.of(operation.operand(1).type())
        .filter(type -> type instanceof UniformQuantizedPerAxisType many && many.axis() != axis)
        .map(
            type ->
                "expected a filter with a scale for each index of axis %d, but got %s"
                    .formatted(axis, type));
  }

  /** Checks that a bias, if there is one, has the scales that the sums of products have. */
  static Optional<String> bias(Operation operation) {
    if (operation.operandCount() < 3) {
      return Optional.empty();
    }
    Type bias = operation.operand(2).type();
    boolean wide = ((TensorType) bias).elementType().equals(IntegerType.I64);
    if (wide != Scales.bits(operation.operand(0).type()) > Byte.SIZE) {
      return Optional.of(
          "expected a bias of i32 for an input of i8, of i64 for one of i16, but got " + bias);
    }
    if (wide) {
      return Optional.empty();
    }
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
