package org.qopt.target.dsp.legalize;

import java.util.function.Function;
import org.qopt.ir.OpBuilder;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.op.OpDef;
import org.qopt.target.dsp.dialect.RequantizeOp;
import org.qopt.target.legalize.OpLegalization;
import org.qopt.target.legalize.QuantizedOp;

/**
 * {@code nn.relu} and its kin.
 *
 * @param root the float operation
 * @param bounds what an operation cuts to
 */
record LegalizeClamp(OpDef root, Function<Operation, Bounds> bounds) implements OpLegalization {
  /**
   * An interval of real numbers.
   *
   * @param min the least, maybe minus infinity
   * @param max the largest, maybe infinity
   */
  record Bounds(float min, float max) {}

  /** {@return the legalization of an operation that always cuts to the same interval} */
  static LegalizeClamp of(OpDef root, float min, float max) {
    return new LegalizeClamp(root, _ -> new Bounds(min, max));
  }

  @Override
  public Value legalize(QuantizedOp op, OpBuilder builder) {
    Bounds interval = bounds.apply(op.operation());
    return DspOps.of(RequantizeOp.DEF)
        .clamp(interval.min(), interval.max(), op.resultType())
        .deriving(RequantizeOp.DERIVATION)
        .build(builder, op);
  }
}
