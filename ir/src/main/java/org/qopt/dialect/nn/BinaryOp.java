package org.qopt.dialect.nn;

import org.qopt.ir.Value;

/** An operation on the elements of two tensors whose shapes broadcast. */
public sealed interface BinaryOp extends ActivatedOp permits AddOp, DivOp, MulOp, SubOp {
  /** {@return the left operand} */
  default Value a() {
    return operation().operand(0);
  }

  /** {@return the right operand} */
  default Value b() {
    return operation().operand(1);
  }
}
