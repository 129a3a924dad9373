package org.qopt.target.tpu.legalize;

import java.util.List;
import org.qopt.dialect.quant.UniformQuantizedType;
import org.qopt.ir.OpBuilder;
import org.qopt.ir.Value;
import org.qopt.ir.location.Location;
import org.qopt.ir.location.ValueNames;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.type.TensorType;
import org.qopt.target.dialect.Scales;
import org.qopt.target.legalize.OpLegalization;
import org.qopt.target.legalize.QuantizedOp;
import org.qopt.target.tpu.dialect.AddOp;
import org.qopt.target.tpu.dialect.HardSwishOp;
import org.qopt.target.tpu.dialect.MulOp;
import org.qopt.target.tpu.dialect.ScaledSums;

/**
 * {@code nn.hard_swish}, {@code x * min(max(x + 3, 0), 6) / 6}. In 16 bits there is no kernel for
 * it: the sum with 3 is cut to 0 and 6, read with a sixth of its scale (a product with 1 whose
 * multiplier is 1), and multiplied by x.
 */
record LegalizeHardSwish() implements OpLegalization {
  @Override
  public OpDef root() {
    return org.qopt.dialect.nn.HardSwishOp.DEF;
  }

  @Override
  public Value legalize(QuantizedOp op, OpBuilder builder) {
    TensorType type = op.operandType(0);
    if (Scales.bits(type) == Byte.SIZE) {
      return TpuOps.of(HardSwishOp.DEF).deriving(HardSwishOp.DERIVATION).build(builder, op);
    }
    Location location = op.operation().location();
    UniformQuantizedType x = QuantizedOp.uniform(type);
    long most = x.storage().max();
    Value x0 = op.operand(0);
    Value three =
        Parts.constant(builder, ValueNames.part(location, "three"), type, most, 3f / most);
    float six = 6f / most;
    TensorType sumType = type.withElementType(UniformQuantizedType.of(x.storage(), six, 0));
    Value sum =
        TpuOps.of(AddOp.DEF)
            .activation("relu6", sumType)
            .deriving(ScaledSums.DERIVATION)
            .build(builder, ValueNames.part(location, "sum"), sumType, List.of(x0, three));
    float sixth = 1 / 6f;
    Value one = Parts.constant(builder, ValueNames.part(location, "sixth"), type, 1, sixth);
    TensorType factorType =
        type.withElementType(UniformQuantizedType.of(x.storage(), six * sixth, 0));
    Value factor =
        TpuOps.of(MulOp.DEF)
            .deriving(MulOp.DERIVATION)
            .build(builder, ValueNames.part(location, "factor"), factorType, List.of(sum, one));
    return TpuOps.of(MulOp.DEF)
        .deriving(MulOp.DERIVATION)
        .build(builder, location, op.resultType(), List.of(x0, factor));
  }
}
