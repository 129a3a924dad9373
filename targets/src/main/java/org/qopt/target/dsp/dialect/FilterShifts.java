package org.qopt.target.dsp.dialect;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import org.qopt.ir.attribute.Attribute;
import org.qopt.ir.attribute.DenseIntArrayAttr;
import org.qopt.ir.type.Type;

/**
 * The shifts of convolutions and matrix products. A sum of products has the exponent of the input
 * plus that of the filter; the bias is shifted left to it, and the sum right to the result.
 */
public final class FilterShifts {
  /** Both shifts: one for all output channels, or one each where the exponents are per channel. */
  public static final Derivation DERIVATION =
      new Derivation(
          List.of(DspAttributes.SHIFT, DspAttributes.BIAS_SHIFT),
          (operands, result, _) -> attributes(operands, result));

  private FilterShifts() {}

  private static Map<String, Attribute> attributes(List<Type> operands, Type result) {
    IntUnaryOperator sum =
        o -> DspTypes.exponent(operands.get(0), 0) + DspTypes.exponent(operands.get(1), o);
    int count = count(operands.get(1));
    Map<String, Attribute> attributes = new TreeMap<>();
    attributes.put(
        DspAttributes.SHIFT, array(count, o -> DspTypes.exponent(result, 0) - sum.applyAsInt(o)));
    if (operands.size() > 2) {
      attributes.put(
          DspAttributes.BIAS_SHIFT,
          array(
              Math.max(count, count(operands.get(2))),
              o -> DspTypes.exponent(operands.get(2), o) - sum.applyAsInt(o)));
    }
    return attributes;
  }

  private static int count(Type type) {
    return DspTypes.block(type).staticExponents().orElseThrow().values().length();
  }

  private static Attribute array(int count, IntUnaryOperator value) {
    int[] values = new int[count];
    Arrays.setAll(values, value);
    return DenseIntArrayAttr.i32(values);
  }
}
