package org.qopt.parser.onnx;

import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import org.qopt.dialect.quant.QuantizedType;
import org.qopt.dialect.quant.UniformQuantizedPerAxisType;
import org.qopt.dialect.quant.UniformQuantizedType;

/**
 * Values that are integers in the model, and in the program the real numbers that these stand for.
 * Only operators that move or compare them do the same to both.
 */
final class IntegerValues {
  private static final ImmutableSet<String> MOVES =
      ImmutableSet.of(
          "Clip",
          "Concat",
          "Flatten",
          "Gather",
          "Identity",
          "MaxPool",
          "Pad",
          "Reshape",
          "Resize",
          "Slice",
          "Squeeze",
          "Transpose",
          "Unsqueeze",
          "Upsample");

  private static final ImmutableSet<String> OTHERS = ImmutableSet.of("DequantizeLinear", "Shape");

  private IntegerValues() {}

  /** Refuses a node that does anything else with integers that stand for real numbers. */
  static void check(OnnxNode node) {
    Optional<QuantizedType> first = Optional.empty();
    for (int i = 0; i < node.inputs(); i++) {
      Optional<QuantizedType> type = node.find(i).flatMap(OnnxValue::standsFor);
      if (type.isEmpty() || OTHERS.contains(node.op())) {
        continue;
      }
      if (!MOVES.contains(node.op())) {
        throw node.fault(
            "it computes with the integers that 'QuantizeLinear' makes; supported are "
                + String.join(", ", MOVES));
      }
      if (type.get() instanceof UniformQuantizedPerAxisType) {
        throw node.fault("integers with a scale for each index of an axis can only be dequantized");
      }
      if (!type.equals(first.or(() -> node.find(0).flatMap(OnnxValue::standsFor)))) {
        throw node.fault("it takes integers that stand for different numbers, " + type.get());
      }
      first = type;
    }
    boolean weighted =
        first.isPresent() && node.attributes().string("mode", "nearest").equals("linear");
    if (weighted) {
      throw node.fault("integers cannot be weighted (mode linear); dequantize them first");
    }
  }

  /** {@return what the result of {@code node} stands for, if that is so} */
  static Optional<QuantizedType> moved(OnnxNode node) {
    return MOVES.contains(node.op())
        ? node.find(0).flatMap(OnnxValue::standsFor)
        : Optional.empty();
  }

  /** {@return {@code number}, or what it stands for if {@code value} does so} */
  static float real(OnnxValue value, float number) {
    return value
        .standsFor()
        .filter(UniformQuantizedType.class::isInstance)
        .map(UniformQuantizedType.class::cast)
        .map(type -> (float) ((number - type.zeroPoint()) * (double) type.scale32()))
        .orElse(number);
  }
}
