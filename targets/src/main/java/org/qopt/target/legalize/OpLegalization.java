package org.qopt.target.legalize;

import org.qopt.ir.OpBuilder;
import org.qopt.ir.Value;
import org.qopt.ir.op.OpDef;

/** How operations of one kind become operations of a target's dialect. */
public interface OpLegalization {
  /** {@return the kind of operation} */
  OpDef root();

  /**
   * {@return the quantized result of {@code op}, computed by new operations}
   *
   * @throws NoFormException if there is no such form; nothing has been built then
   */
  Value legalize(QuantizedOp op, OpBuilder builder);
}
