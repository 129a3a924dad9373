package org.qopt.target.tpu.export.c;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import org.qopt.dialect.nn.attr.Spatial;
import org.qopt.ir.Operation;
import org.qopt.target.c.CArgument;
import org.qopt.target.c.CCall;
import org.qopt.target.c.CTable;
import org.qopt.target.c.CType;
import org.qopt.target.c.Shapes;
import org.qopt.target.dialect.Scales;
import org.qopt.target.tpu.dialect.TpuAttributes;
import org.qopt.target.tpu.numerics.AccumulatorScaling;
import org.qopt.target.tpu.numerics.ActivationClamp;

/** The calls of operations that sum products of inputs and weights. */
final class AccumulatorCalls {
  /** How many windows {@code conv2d} computes at once. */
  private static final int WINDOWS = 4;

  private AccumulatorCalls() {}

  static ImmutableList<CCall> conv2d(Operation operation) {
    int[] filter = Shapes.dims(operation.operand(1));
    int depth = Shapes.size(filter[1], filter[2], filter[3]);
    return grouped(
        operation, "conv2d", new CArgument.Scratch(CType.I16, Shapes.size(WINDOWS, depth)));
  }

  static ImmutableList<CCall> conv2dTranspose(Operation operation) {
    int outputs = Shapes.dims(operation.operand(1))[0];
    return grouped(operation, "conv2d_transpose", new CArgument.Scratch(CType.U32, outputs));
  }

  private static ImmutableList<CCall> grouped(
      Operation operation, String kernel, CArgument scratch) {
    int[] filter = Shapes.dims(operation.operand(1));
    return ImmutableList.of(
        CCall.of(
            Kernels.of(kernel, operation.result(), TpuAttributes.rounding(operation)),
            CArgument.of(operation.operand(0)),
            window(operation, filter),
            CArgument.of(TpuAttributes.integer(operation, "groups")),
            zeroPoint(operation),
            CArgument.of(operation.operand(1)),
            bias(operation, filter[0]),
            stage(operation),
            scratch,
            CArgument.of(operation.result())));
  }

  static ImmutableList<CCall> depthwiseConv2d(Operation operation) {
    int[] filter = Shapes.dims(operation.operand(1));
    return ImmutableList.of(
        CCall.of(
            Kernels.of("depthwise_conv2d", operation.result(), TpuAttributes.rounding(operation)),
            CArgument.of(operation.operand(0)),
            window(operation, filter),
            zeroPoint(operation),
            CArgument.of(operation.operand(1)),
            bias(operation, filter[3]),
            stage(operation),
            new CArgument.Scratch(CType.U32, filter[3]),
            CArgument.of(operation.result())));
  }

  static ImmutableList<CCall> fullyConnected(Operation operation) {
    int[] filter = Shapes.dims(operation.operand(1));
    int rows = Shapes.size(Shapes.dims(operation.result())) / filter[0];
    return ImmutableList.of(
        CCall.of(
            Kernels.of("fully_connected", operation.result(), TpuAttributes.rounding(operation)),
            CArgument.of(operation.operand(0)),
            CArgument.of(rows),
            CArgument.of(filter[1]),
            CArgument.of(filter[0]),
            zeroPoint(operation),
            CArgument.of(operation.operand(1)),
            bias(operation, filter[0]),
            stage(operation),
            new CArgument.Scratch(CType.I16, filter[1]),
            CArgument.of(operation.result())));
  }

  static CArgument window(Operation operation, int[] filter) {
    return Shapes.window(
        operation, new Spatial(filter[1], filter[2]), Spatial.of(operation, "dilations"));
  }

  private static CArgument zeroPoint(Operation operation) {
    return CArgument.of(Scales.zeroPoint(operation.operand(0).type()));
  }

  static CArgument bias(Operation operation, int channels) {
    return operation.operandCount() > 2
        ? CArgument.of(operation.operand(2))
        : new CArgument.Table(
            "no_bias",
            CTable.zeros(
                Scales.bits(operation.result().type()) == Byte.SIZE ? CType.I32 : CType.I64,
                channels));
  }

  static CArgument stage(Operation operation) {
    AccumulatorScaling scaling = TpuAttributes.scaling(operation);
    ActivationClamp clamp = TpuAttributes.clamp(operation);
    return new CArgument.Structure(
        "stage",
        "stage_" + scaling.rounding().text(),
        ImmutableMap.of(
            "multipliers",
            new CArgument.Table(
                "multipliers",
                CTable.of(
                    Kernels.multipliers(scaling.rounding()), scaling.multipliers().toArray())),
            "shifts",
            new CArgument.Table(
                "shifts",
                CTable.of(Kernels.shifts(scaling.rounding()), scaling.shifts().toArray())),
            "step",
            CArgument.of(scaling.multipliers().length() == 1 ? 0 : 1),
            "zero_point",
            CArgument.of(Scales.zeroPoint(operation.result().type())),
            "least",
            CArgument.of(clamp.min()),
            "largest",
            CArgument.of(clamp.max())));
  }
}
