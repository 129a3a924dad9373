package org.qopt.target.dsp.legalize;

import org.qopt.dialect.nn.HardSigmoidOp;
import org.qopt.dialect.nn.SigmoidOp;
import org.qopt.dialect.nn.TanhOp;
import org.qopt.ir.OpBuilder;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.attribute.StringAttr;
import org.qopt.ir.op.OpDef;
import org.qopt.target.dsp.dialect.ExactFloat;
import org.qopt.target.dsp.dialect.LookupOp;
import org.qopt.target.dsp.numerics.FunctionTable;
import org.qopt.target.dsp.numerics.Interpolation;
import org.qopt.target.legalize.OpLegalization;
import org.qopt.target.legalize.QuantizedOp;

/**
 * Functions of one variable that become a table.
 *
 * @param root the float operation
 * @param function makes the operation of {@code dsp}, but for its types
 */
record LegalizeLookup(OpDef root, Function function) implements OpLegalization {
  /** Makes an operation of a float one. */
  @FunctionalInterface
  interface Function {
    /** {@return the beginnings of the operation} */
    DspOps lookup(Operation operation);
  }

  /** {@code nn.sigmoid}. */
  static final LegalizeLookup SIGMOID =
      new LegalizeLookup(SigmoidOp.DEF, _ -> of("sigmoid", FunctionTable.sigmoid()));

  /** {@code nn.tanh}. */
  static final LegalizeLookup TANH =
      new LegalizeLookup(TanhOp.DEF, _ -> of("tanh", FunctionTable.tanh()));

  /** {@code nn.hard_sigmoid}. */
  static final LegalizeLookup HARD_SIGMOID =
      new LegalizeLookup(
          HardSigmoidOp.DEF,
          op -> hardSigmoid(new HardSigmoidOp(op).alpha(), new HardSigmoidOp(op).beta()));

  @Override
  public Value legalize(QuantizedOp op, OpBuilder builder) {
    return function.lookup(op.operation()).build(builder, op);
  }

  /** {@return {@code max(0, min(1, alpha * x + beta))}} */
  static DspOps hardSigmoid(float alpha, float beta) {
    return of(LookupOp.HARD_SIGMOID, FunctionTable.hardSigmoid(alpha, beta))
        .set(LookupOp.ALPHA, ExactFloat.of(alpha))
        .set(LookupOp.BETA, ExactFloat.of(beta));
  }

  private static DspOps of(String function, Interpolation table) {
    return DspOps.of(LookupOp.DEF)
        .set(LookupOp.FUNCTION, new StringAttr(function))
        .set(LookupOp.TABLE, LookupOp.attribute(table.table()))
        .set(LookupOp.TABLE_EXPONENT, table.tableExponent())
        .set(LookupOp.INPUT_EXPONENT, table.inputExponent())
        .deriving(LookupOp.DERIVATION);
  }
}
