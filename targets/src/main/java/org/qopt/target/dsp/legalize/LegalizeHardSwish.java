package org.qopt.target.dsp.legalize;

import java.util.List;
import org.qopt.dialect.bfp.BlockType;
import org.qopt.dialect.bfp.Exponents;
import org.qopt.dialect.bfp.Sharing.PerTensor;
import org.qopt.dialect.nn.HardSwishOp;
import org.qopt.ir.OpBuilder;
import org.qopt.ir.Value;
import org.qopt.ir.location.Location;
import org.qopt.ir.location.ValueNames;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.type.TensorType;
import org.qopt.target.dsp.dialect.MulOp;
import org.qopt.target.dsp.numerics.FunctionTable;
import org.qopt.target.legalize.OpLegalization;
import org.qopt.target.legalize.QuantizedOp;

/**
 * {@code nn.hard_swish}, {@code x * max(0, min(1, x / 6 + 1/2))}: a table, whose lines are exact
 * since their corners are among its values, in 16 bits whatever the profile, and a product.
 */
record LegalizeHardSwish() implements OpLegalization {
  @Override
  public OpDef root() {
    return HardSwishOp.DEF;
  }

  @Override
  public Value legalize(QuantizedOp op, OpBuilder builder) {
    BlockType result = DspOps.value(op.resultType());
    TensorType gate =
        op.operandType(0)
            .withElementType(
                new BlockType(
                    16,
                    new PerTensor(),
                    Exponents.Static.of(FunctionTable.EXPONENT),
                    result.rounding(),
                    result.saturation(),
                    result.scale()));
    Location location = op.operation().location();
    Value factor =
        LegalizeLookup.hardSigmoid(1 / 6f, 0.5f)
            .build(builder, ValueNames.part(location, "gate"), gate, List.of(op.operand(0)));
    return DspOps.of(MulOp.DEF)
        .deriving(MulOp.DERIVATION)
        .build(builder, location, op.resultType(), List.of(op.operand(0), factor));
  }
}
