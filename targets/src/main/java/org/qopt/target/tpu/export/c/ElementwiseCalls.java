package org.qopt.target.tpu.export.c;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import org.qopt.ir.Operation;
import org.qopt.target.c.CArgument;
import org.qopt.target.c.CCall;
import org.qopt.target.c.CTable;
import org.qopt.target.c.CType;
import org.qopt.target.c.Shapes;
import org.qopt.target.tpu.dialect.MulOp;
import org.qopt.target.tpu.dialect.ScaledSums;
import org.qopt.target.tpu.dialect.TpuAttributes;
import org.qopt.target.tpu.numerics.ByteFunction;
import org.qopt.target.tpu.numerics.Mul;
import org.qopt.target.tpu.numerics.ScaledSum;

/** The calls of operations that compute each element by itself. */
final class ElementwiseCalls {
  private ElementwiseCalls() {}

  /** The sum of both operands, or their difference for a sign of -1. */
  static ImmutableList<CCall> sum(Operation operation, int sign) {
    ScaledSum sum = ScaledSums.of(operation);
    ImmutableMap.Builder<String, CArgument> fields = ImmutableMap.builder();
    return ImmutableList.of(
        CCall.of(
            Kernels.ofBoth("scaled_sum", operation.result(), TpuAttributes.rounding(operation)),
            CArgument.of(operation.operand(0)),
            CArgument.of(operation.operand(1)),
            Shapes.broadcast(operation),
            new CArgument.Structure(
                "scales",
                "sum_scales_" + TpuAttributes.rounding(operation).text(),
                fields
                    .put("left_shift", CArgument.of(sum.leftShift()))
                    .put("lhs_zero_point", CArgument.of(sum.firstZeroPoint()))
                    .put("lhs_multiplier", CArgument.of(sum.first().multiplier()))
                    .put("lhs_shift", CArgument.of(sum.first().shift()))
                    .put("rhs_zero_point", CArgument.of(sum.secondZeroPoint()))
                    .put("rhs_multiplier", CArgument.of(sum.second().multiplier()))
                    .put("rhs_shift", CArgument.of(sum.second().shift()))
                    .put("multiplier", CArgument.of(sum.output().multiplier()))
                    .put("shift", CArgument.of(sum.output().shift()))
                    .put("zero_point", CArgument.of(sum.outputZeroPoint()))
                    .put("least", CArgument.of(sum.clamp().min()))
                    .put("largest", CArgument.of(sum.clamp().max()))
                    .buildOrThrow()),
            CArgument.of(sign),
            CArgument.of(operation.result())));
  }

  static ImmutableList<CCall> product(Operation operation) {
    Mul mul = MulOp.of(operation);
    return ImmutableList.of(
        CCall.of(
            Kernels.ofBoth("product", operation.result(), TpuAttributes.rounding(operation)),
            CArgument.of(operation.operand(0)),
            CArgument.of(operation.operand(1)),
            Shapes.broadcast(operation),
            new CArgument.Structure(
                "scales",
                "product_scales_" + TpuAttributes.rounding(operation).text(),
                ImmutableMap.of(
                    "lhs_zero_point", CArgument.of(mul.firstZeroPoint()),
                    "rhs_zero_point", CArgument.of(mul.secondZeroPoint()),
                    "multiplier", CArgument.of(mul.multiplier().multiplier()),
                    "shift", CArgument.of(mul.multiplier().shift()),
                    "zero_point", CArgument.of(mul.outputZeroPoint()),
                    "least", CArgument.of(mul.clamp().min()),
                    "largest", CArgument.of(mul.clamp().max()))),
            CArgument.of(operation.result())));
  }

  /** Any function of a byte, as the table of its results. */
  static ImmutableList<CCall> lookup(Operation operation, ByteFunction function) {
    byte[] entries = function.table().entries();
    return ImmutableList.of(
        CCall.of(
            Kernels.of("lookup"),
            CArgument.of(operation.operand(0)),
            CArgument.of(Shapes.size(Shapes.dims(operation.result()))),
            new CArgument.Table("table", new CTable(CType.I8, entries.length, i -> entries[i])),
            CArgument.of(operation.result())));
  }
}
