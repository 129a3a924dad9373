package org.qopt.target.dsp.dialect;

import org.qopt.dialect.bfp.Wide;
import org.qopt.ir.attribute.Attribute;
import org.qopt.ir.attribute.DenseIntArrayAttr;
import org.qopt.ir.op.AttributeConstraint;
import org.qopt.ir.type.IntegerType;

/** An f32 as integers, {@code array<i32: mantissa, exponent>}: there are no floats in programs. */
public final class ExactFloat {
  static final AttributeConstraint CONSTRAINT =
      new AttributeConstraint(
          "array<i32: mantissa below 2^24, exponent from -149 to 127>", ExactFloat::isFloat);

  private ExactFloat() {}

  /** {@return the attribute for a finite {@code value}, its mantissa odd or 0} */
  public static DenseIntArrayAttr of(float value) {
    Wide wide = Wide.of(1);
    wide.set(0, value);
    long mantissa = wide.accumulators()[0];
    int spare = mantissa == 0 ? 0 : Long.numberOfTrailingZeros(mantissa);
    return DenseIntArrayAttr.i32((int) (mantissa >> spare), wide.exponents()[0] + spare);
  }

  /** {@return the number that {@code attribute} holds} */
  static float value(DenseIntArrayAttr attribute) {
    int[] parts = attribute.toInts();
    return (float) Math.scalb((double) parts[0], parts[1]);
  }

  private static boolean isFloat(Attribute attribute) {
    return attribute instanceof DenseIntArrayAttr array
        && array.elementType().equals(IntegerType.I32)
        && array.values().length() == 2
        && Math.abs(array.values().get(0)) < 1 << 24
        && array.values().get(1) >= -149
        && array.values().get(1) <= 127
        && Float.isFinite(value(array));
  }
}
