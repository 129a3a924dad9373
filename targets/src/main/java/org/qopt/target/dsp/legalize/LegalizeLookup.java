package org.qopt.target.dsp.legalize;

import java.util.List;
import java.util.function.Function;
import org.qopt.ir.OpBuilder;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.location.Location;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.type.TensorType;
import org.qopt.target.dsp.dialect.LookupOp;
import org.qopt.target.dsp.numerics.Interpolation;
import org.qopt.target.legalize.OpLegalization;
import org.qopt.target.legalize.QuantizedOp;

/**
 * Functions of one variable that become a table.
 *
 * @param root the float operation
 * @param table the table for an operation
 */
record LegalizeLookup(OpDef root, Function<Operation, Interpolation> table)
    implements OpLegalization {
  @Override
  public Value legalize(QuantizedOp op, OpBuilder builder) {
    return build(
        table.apply(op.operation()),
        builder,
        op.operation().location(),
        op.resultType(),
        op.operand(0));
  }

  static Value build(
      Interpolation table, OpBuilder builder, Location location, TensorType result, Value x) {
    return DspOps.of(LookupOp.DEF)
        .set(LookupOp.TABLE, LookupOp.attribute(table.table()))
        .set(LookupOp.TABLE_EXPONENT, table.tableExponent())
        .set(LookupOp.INPUT_EXPONENT, table.inputExponent())
        .deriving(LookupOp.DERIVATION)
        .build(builder, location, result, List.of(x));
  }
}
