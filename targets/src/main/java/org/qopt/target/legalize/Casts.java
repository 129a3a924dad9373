package org.qopt.target.legalize;

import org.qopt.dialect.quant.DequantizeCastOp;
import org.qopt.dialect.quant.QuantizeCastOp;
import org.qopt.ir.Operation;

/** The casts of the QDQ form, between reals and what stands for them: scaled integers or blocks. */
public final class Casts {
  private Casts() {}

  /** {@return whether {@code operation} turns reals into what is stored} */
  public static boolean isQuantize(Operation operation) {
    return operation.is(QuantizeCastOp.DEF)
        || operation.is(org.qopt.dialect.bfp.QuantizeCastOp.DEF);
  }

  /** {@return whether {@code operation} turns what is stored into reals} */
  public static boolean isDequantize(Operation operation) {
    return operation.is(DequantizeCastOp.DEF)
        || operation.is(org.qopt.dialect.bfp.DequantizeCastOp.DEF);
  }
}
