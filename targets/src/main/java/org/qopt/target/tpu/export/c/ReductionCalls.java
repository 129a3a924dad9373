package org.qopt.target.tpu.export.c;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import org.qopt.dialect.nn.attr.Spatial;
import org.qopt.dialect.nn.shape.Axes;
import org.qopt.ir.Operation;
import org.qopt.ir.attribute.DenseIntArrayAttr;
import org.qopt.target.c.CArgument;
import org.qopt.target.c.CCall;
import org.qopt.target.c.CTable;
import org.qopt.target.c.CType;
import org.qopt.target.c.Shapes;
import org.qopt.target.c.Strided;
import org.qopt.target.tpu.dialect.MeanOp;
import org.qopt.target.tpu.dialect.SoftmaxOp;
import org.qopt.target.tpu.dialect.TpuAttributes;
import org.qopt.target.tpu.numerics.ActivationClamp;
import org.qopt.target.tpu.numerics.Mean;

/** The calls of operations that make one element of several. */
final class ReductionCalls {
  private ReductionCalls() {}

  static ImmutableList<CCall> averagePool(Operation operation) {
    ActivationClamp clamp = TpuAttributes.clamp(operation);
    return ImmutableList.of(
        CCall.of(
            Kernels.of("avg_pool2d", operation.result()),
            CArgument.of(operation.operand(0)),
            window(operation),
            CArgument.of(clamp.min()),
            CArgument.of(clamp.max()),
            new CArgument.Scratch(CType.I32, Shapes.dims(operation.result())[3]),
            CArgument.of(operation.result())));
  }

  static ImmutableList<CCall> maxPool(Operation operation) {
    ActivationClamp clamp = TpuAttributes.clamp(operation);
    return ImmutableList.of(
        CCall.of(
            Kernels.of("max_pool2d", operation.result()),
            CArgument.of(operation.operand(0)),
            window(operation),
            CArgument.of(clamp.min()),
            CArgument.of(clamp.max()),
            CArgument.of(operation.result())));
  }

  private static CArgument window(Operation operation) {
    int[] image = Shapes.dims(operation.operand(0));
    if (image[1] == 0 || image[2] == 0) {
      throw new IllegalArgumentException("a window lies wholly in the padding");
    }
    return Shapes.window(operation, Spatial.of(operation, "kernel"), Spatial.ONE);
  }

  static ImmutableList<CCall> mean(Operation operation) {
    Mean mean = MeanOp.of(operation);
    int[] dims = Shapes.dims(operation.operand(0));
    Strided shape = Strided.of(dims, strides(operation, dims));
    int results = Shapes.size(Shapes.dims(operation.result()));
    ImmutableMap.Builder<String, CArgument> fields = ImmutableMap.builder();
    return ImmutableList.of(
        CCall.of(
            Kernels.ofBoth("mean", operation.result(), TpuAttributes.rounding(operation)),
            CArgument.of(operation.operand(0)),
            new CArgument.Structure(
                "shape",
                "mean_shape_" + TpuAttributes.rounding(operation).text(),
                fields
                    .put("rank", CArgument.of(shape.rank()))
                    .put("dims", Shapes.table("dims", shape.dims()))
                    .put("strides", Shapes.table("strides", shape.strides().getFirst()))
                    .put("count", CArgument.of(mean.count()))
                    .put("results", CArgument.of(results))
                    .put("in_zero_point", CArgument.of(mean.inputZeroPoint()))
                    .put("multiplier", CArgument.of(mean.multiplier().multiplier()))
                    .put("shift", CArgument.of(mean.multiplier().shift()))
                    .put("zero_point", CArgument.of(mean.outputZeroPoint()))
                    .buildOrThrow()),
            new CArgument.Scratch(CType.U32, results),
            CArgument.of(operation.result())));
  }

  /** How far the result moves along each dimension of the operand: 0 along those that it lacks. */
  private static int[] strides(Operation operation, int[] dims) {
    boolean[] reduced =
        Axes.set(operation.required("axes", DenseIntArrayAttr.class).toInts(), dims.length);
    int[] strides = new int[dims.length];
    int stride = 1;
    for (int i = dims.length - 1; i >= 0; i--) {
      strides[i] = reduced[i] ? 0 : stride;
      stride *= reduced[i] ? 1 : dims[i];
    }
    return strides;
  }

  static ImmutableList<CCall> softmax(Operation operation) {
    int[] dims = Shapes.dims(operation.operand(0));
    int depth = dims[dims.length - 1];
    return ImmutableList.of(
        CCall.of(
            Kernels.of("softmax"),
            CArgument.of(operation.operand(0)),
            CArgument.of(Shapes.size(dims) / depth),
            CArgument.of(depth),
            new CArgument.Table(
                "exponentials", CTable.of(CType.I32, SoftmaxOp.of(operation).exponentials())),
            CArgument.of(operation.result())));
  }
}
