package org.qopt.target.tpu.legalize;

import org.qopt.ir.OpBuilder;
import org.qopt.ir.Value;
import org.qopt.ir.op.OpDef;

/** How operations of one kind become operations of the dialect {@code tpu}. */
public interface OpLegalization {
  /** {@return the kind of operation} */
  OpDef root();

  /**
   * {@return the quantized result of {@code op}, computed by new operations}
   *
   * @throws NoIntegerFormException if there is no such form; nothing has been built then
   */
  Value legalize(QuantizedOp op, OpBuilder builder);
}
