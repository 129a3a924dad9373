package org.qopt.dialect.nn;

import org.qopt.ir.OpView;
import org.qopt.ir.Value;

/** A function without parameters, of each element of a tensor. */
public sealed interface UnaryOp extends OpView
    permits HardSwishOp, Relu6Op, ReluOp, SigmoidOp, SqrtOp, TanhOp {
  /** {@return what the function is applied to} */
  default Value x() {
    return operation().operand(0);
  }
}
