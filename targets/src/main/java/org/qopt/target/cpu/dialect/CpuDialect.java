package org.qopt.target.cpu.dialect;

import java.util.List;
import org.qopt.ir.Dialect;
import org.qopt.ir.op.OpDef;

/** The dialect {@code cpu}: operations on int8 that ONNX Runtime has kernels for. */
public final class CpuDialect implements Dialect {
  /** The namespace. */
  public static final String NAME = "cpu";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String description() {
    return "Operations on int8 with int32 sums that are rescaled in float32, as ONNX Runtime computes"
        + " them.";
  }

  @Override
  public List<OpDef> ops() {
    return List.of(
        AddOp.DEF,
        AvgPool2dOp.DEF,
        ClampOp.DEF,
        ConcatOp.DEF,
        Conv2dOp.DEF,
        DepthwiseConv2dOp.DEF,
        DequantizeOp.DEF,
        FullyConnectedOp.DEF,
        GlobalAvgPool2dOp.DEF,
        MatmulOp.DEF,
        MaxPool2dOp.DEF,
        MulOp.DEF,
        PadOp.DEF,
        QuantizeOp.DEF,
        RelabelOp.DEF,
        ReshapeOp.DEF,
        ResizeOp.DEF,
        SigmoidOp.DEF,
        SliceOp.DEF,
        SoftmaxOp.DEF,
        TransposeOp.DEF);
  }
}
