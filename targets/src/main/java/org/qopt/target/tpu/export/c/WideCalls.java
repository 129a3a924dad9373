package org.qopt.target.tpu.export.c;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import org.qopt.dialect.nn.attr.Padding;
import org.qopt.dialect.nn.attr.Spatial;
import org.qopt.ir.Operation;
import org.qopt.target.c.CArgument;
import org.qopt.target.c.CCall;
import org.qopt.target.c.CTable;
import org.qopt.target.c.CType;
import org.qopt.target.c.Shapes;
import org.qopt.target.tpu.dialect.Conv2dTransposeOp;
import org.qopt.target.tpu.dialect.TpuAttributes;
import org.qopt.target.tpu.dialect.WideFunctionOp;
import org.qopt.target.tpu.dialect.WideSoftmaxOp;
import org.qopt.target.tpu.numerics.ActivationClamp;
import org.qopt.target.tpu.numerics.QuantizedMultiplier;
import org.qopt.target.tpu.numerics.WideFunction;
import org.qopt.target.tpu.numerics.WideSoftmax;

/** The calls of operations that have kernels of their own for numbers of 16 bits. */
final class WideCalls {
  private WideCalls() {}

  static ImmutableList<CCall> conv2d(Operation operation) {
    int[] filter = Shapes.dims(operation.operand(1));
    int groups = TpuAttributes.integer(operation, "groups");
    int positions = filter[1] * filter[2];
    return filter(
        operation,
        filter[0],
        AccumulatorCalls.window(operation, filter),
        ImmutableMap.of(
            "inputs", CArgument.of(filter[3]),
            "sharing", CArgument.of(filter[0] / groups),
            "output_stride", CArgument.of(positions * filter[3]),
            "position_stride", CArgument.of(filter[3]),
            "transposed", CArgument.of(operation.is(Conv2dTransposeOp.DEF) ? 1 : 0)));
  }

  static ImmutableList<CCall> depthwiseConv2d(Operation operation) {
    int[] filter = Shapes.dims(operation.operand(1));
    return filter(
        operation,
        filter[3],
        AccumulatorCalls.window(operation, filter),
        ImmutableMap.of(
            "inputs", CArgument.of(1),
            "sharing", CArgument.of(filter[3] / Shapes.dims(operation.operand(0))[3]),
            "output_stride", CArgument.of(1),
            "position_stride", CArgument.of(filter[3]),
            "transposed", CArgument.of(0)));
  }

  /** Rows are images of one pixel. */
  static ImmutableList<CCall> fullyConnected(Operation operation) {
    int[] filter = Shapes.dims(operation.operand(1));
    int rows = Shapes.size(Shapes.dims(operation.result())) / filter[0];
    return filter(
        operation,
        filter[0],
        Shapes.window(
            new int[] {rows, 1, 1, filter[1]},
            new int[] {rows, 1, 1, filter[0]},
            Spatial.ONE,
            Spatial.ONE,
            Spatial.ONE,
            Padding.NONE),
        ImmutableMap.of(
            "inputs", CArgument.of(filter[1]),
            "sharing", CArgument.of(filter[0]),
            "output_stride", CArgument.of(filter[1]),
            "position_stride", CArgument.of(0),
            "transposed", CArgument.of(0)));
  }

  private static ImmutableList<CCall> filter(
      Operation operation, int outputs, CArgument window, ImmutableMap<String, CArgument> layout) {
    return ImmutableList.of(
        CCall.of(
            Kernels.of("wide_filter", operation.result(), TpuAttributes.rounding(operation)),
            CArgument.of(operation.operand(0)),
            window,
            new CArgument.Structure("layout", "wide_layout", layout),
            CArgument.of(operation.operand(1)),
            AccumulatorCalls.bias(operation, outputs),
            AccumulatorCalls.stage(operation),
            new CArgument.Scratch(CType.I64, outputs),
            CArgument.of(operation.result())));
  }

  /** A change of scale, or the cut to an interval. */
  static ImmutableList<CCall> rescale(Operation operation) {
    QuantizedMultiplier multiplier = multiplier(operation);
    ActivationClamp clamp = TpuAttributes.clamp(operation);
    return ImmutableList.of(
        CCall.of(
            Kernels.of("wide_rescale", operation.result(), TpuAttributes.rounding(operation)),
            CArgument.of(operation.operand(0)),
            CArgument.of(Shapes.size(Shapes.dims(operation.result()))),
            CArgument.of(multiplier.multiplier()),
            CArgument.of(multiplier.shift()),
            CArgument.of(clamp.min()),
            CArgument.of(clamp.max()),
            CArgument.of(operation.result())));
  }

  static ImmutableList<CCall> function(Operation operation) {
    WideFunction function = WideFunctionOp.of(operation);
    boolean logistic = function.kind() == WideFunction.Kind.LOGISTIC;
    return ImmutableList.of(
        CCall.of(
            Kernels.of(logistic ? "wide_logistic" : "wide_tanh"),
            CArgument.of(operation.operand(0)),
            CArgument.of(Shapes.size(Shapes.dims(operation.result()))),
            CArgument.of(function.multiplier()),
            CArgument.of(function.shift()),
            Shapes.table("points", WideFunction.points()),
            CArgument.of(operation.result())));
  }

  static ImmutableList<CCall> softmax(Operation operation) {
    int[] dims = Shapes.dims(operation.operand(0));
    int depth = dims[dims.length - 1];
    QuantizedMultiplier multiplier = WideSoftmaxOp.of(operation).multiplier();
    return ImmutableList.of(
        CCall.of(
            Kernels.of("wide_softmax", operation.result(), TpuAttributes.rounding(operation)),
            CArgument.of(operation.operand(0)),
            CArgument.of(Shapes.size(dims) / depth),
            CArgument.of(depth),
            CArgument.of(multiplier.multiplier()),
            CArgument.of(multiplier.shift()),
            new CArgument.Table("exponentials", CTable.of(CType.I16, WideSoftmax.exponentials())),
            new CArgument.Table("reciprocals", CTable.of(CType.I16, WideSoftmax.reciprocals())),
            new CArgument.Scratch(CType.I32, depth),
            CArgument.of(operation.result())));
  }

  private static QuantizedMultiplier multiplier(Operation operation) {
    return TpuAttributes.multiplier(operation, TpuAttributes.MULTIPLIER, TpuAttributes.SHIFT);
  }
}
