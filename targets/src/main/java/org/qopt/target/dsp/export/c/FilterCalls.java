package org.qopt.target.dsp.export.c;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import org.qopt.dialect.bfp.BlockType;
import org.qopt.dialect.nn.attr.Padding;
import org.qopt.dialect.nn.attr.Spatial;
import org.qopt.ir.Operation;
import org.qopt.ir.op.ConstantElements;
import org.qopt.ir.tensor.Tensor;
import org.qopt.target.c.CArgument;
import org.qopt.target.c.CCall;
import org.qopt.target.c.CTable;
import org.qopt.target.c.CType;
import org.qopt.target.c.Shapes;
import org.qopt.target.dsp.dialect.Clamps;
import org.qopt.target.dsp.dialect.Conv2dTransposeOp;
import org.qopt.target.dsp.dialect.DepthwiseConv2dOp;
import org.qopt.target.dsp.dialect.DspAttributes;
import org.qopt.target.dsp.dialect.DspTypes;
import org.qopt.target.dsp.dialect.FilterOps;
import org.qopt.target.dsp.dialect.FullyConnectedOp;
import org.qopt.target.dsp.numerics.ClampBounds;

/** The calls of convolutions and matrix products. */
final class FilterCalls {
  /** How many windows {@code conv2d} computes at once. */
  private static final int WINDOWS = 4;

  private FilterCalls() {}

  static ImmutableList<CCall> of(Operation operation) {
    Kernels kernels = Kernels.of(operation).with("F", Kernels.bits(operation.operand(1).type()));
    if (!DspTypes.isStatic(operation)) {
      return BlockFilterCalls.of(operation, kernels);
    }
    if (operation.is(Conv2dTransposeOp.DEF)) {
      return ImmutableList.of(transposed(operation, kernels));
    }
    return ImmutableList.of(
        operation.is(DepthwiseConv2dOp.DEF)
            ? depthwise(operation, kernels)
            : conv2d(operation, kernels));
  }

  private static CCall conv2d(Operation operation, Kernels kernels) {
    int[] filter = Shapes.dims(operation.operand(1));
    int depth = Shapes.size(filter) / Math.max(1, filter[0]);
    return CCall.of(
        kernels.kernel("conv2d_i$A_i$F_i$O_$Q"),
        CArgument.of(operation.operand(0)),
        window(operation),
        CArgument.of(groups(operation)),
        CArgument.of(operation.operand(1)),
        stage(operation, filter[0]),
        new CArgument.Scratch(CType.I16, Shapes.size(2, WINDOWS, depth)),
        CArgument.of(operation.result()));
  }

  private static CCall transposed(Operation operation, Kernels kernels) {
    return CCall.of(
        kernels.kernel("conv2d_transpose_i$A_i$F_i$O_$Q"),
        CArgument.of(operation.operand(0)),
        window(operation),
        CArgument.of(groups(operation)),
        CArgument.of(operation.operand(1)),
        stage(operation, Shapes.dims(operation.operand(1))[0]),
        CArgument.of(operation.result()));
  }

  private static CCall depthwise(Operation operation, Kernels kernels) {
    int outputs = Shapes.dims(operation.operand(1))[3];
    return CCall.of(
        kernels.kernel("depthwise_conv2d_i$A_i$F_i$O_$Q"),
        CArgument.of(operation.operand(0)),
        window(operation),
        CArgument.of(operation.operand(1)),
        stage(operation, outputs),
        new CArgument.Scratch(CType.I64, outputs),
        CArgument.of(operation.result()));
  }

  static int groups(Operation operation) {
    return FilterOps.groups(operation);
  }

  /** The structure {@code window2d}; rows of a matrix are neighbouring pixels of an image. */
  static CArgument window(Operation operation) {
    int[] filter = Shapes.dims(operation.operand(1));
    if (!operation.is(FullyConnectedOp.DEF)) {
      return Shapes.window(
          operation, new Spatial(filter[1], filter[2]), Spatial.of(operation, "dilations"));
    }
    int rows = Shapes.size(Rows.outer(operation.result()));
    return Shapes.window(
        new int[] {1, 1, rows, filter[1]},
        new int[] {1, 1, rows, filter[0]},
        Spatial.ONE,
        Spatial.ONE,
        Spatial.ONE,
        Padding.NONE);
  }

  /** The structure {@code filter_stage}, which holds the bias as it is added. */
  private static CArgument stage(Operation operation, int outputs) {
    BlockType result = DspTypes.block(operation.result().type());
    ClampBounds clamp = Clamps.of(operation);
    int[] shifts = DspAttributes.integers(operation, DspAttributes.SHIFT);
    return new CArgument.Structure(
        "stage",
        "filter_stage",
        ImmutableMap.<String, CArgument>builder()
            .put("bias", new CArgument.Table("bias", bias(operation, outputs)))
            .put("shifts", new CArgument.Table("shifts", CTable.of(CType.I16, shifts)))
            .put("step", CArgument.of(shifts.length == 1 ? 0 : 1))
            .put("least", CArgument.of(Math.toIntExact(result.min())))
            .put("largest", CArgument.of(Math.toIntExact(result.max())))
            .put("clamp_least", CArgument.of(clamp.min()))
            .put("clamp_largest", CArgument.of(clamp.max()))
            .buildOrThrow());
  }

  private static CTable bias(Operation operation, int outputs) {
    Optional<Tensor> bias =
        operation.operandCount() > 2 ? ConstantElements.of(operation.operand(2)) : Optional.empty();
    if (bias.isEmpty()) {
      return CTable.zeros(CType.I64, outputs);
    }
    int[] shifts = DspAttributes.integers(operation, DspAttributes.BIAS_SHIFT);
    BlockType result = DspTypes.block(operation.result().type());
    return new CTable(
        CType.I64,
        outputs,
        o ->
            result
                .rounding()
                .shiftRight(bias.get().integer(o), -shifts[shifts.length == 1 ? 0 : o]));
  }
}
