package org.qopt.dialect.nn;

import org.qopt.dialect.nn.attr.Activation;
import org.qopt.ir.OpView;

/** An operation with an activation of its own. */
public sealed interface ActivatedOp extends OpView permits BinaryOp, FilterOp, PoolOp {
  /** {@return what is applied to the result} */
  default Activation activation() {
    return Activation.of(operation());
  }
}
