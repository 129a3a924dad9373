package org.qopt.target.tpu.dialect;

import java.util.List;
import org.qopt.ir.Dialect;
import org.qopt.ir.op.OpDef;

/** The dialect {@code tpu}: operations on int8 and int16 that use integers alone. */
public final class TpuDialect implements Dialect {
  /** The namespace. */
  public static final String NAME = "tpu";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String description() {
    return "Operations on int8 and int16 that use integers alone, as TensorFlow Lite's reference kernels"
        + " compute them.";
  }

  @Override
  public List<OpDef> ops() {
    return List.of(
        AddOp.DEF,
        AvgPool2dOp.DEF,
        ClampOp.DEF,
        ConcatOp.DEF,
        Conv2dOp.DEF,
        Conv2dTransposeOp.DEF,
        DepthwiseConv2dOp.DEF,
        FullyConnectedOp.DEF,
        HardSwishOp.DEF,
        LookupOp.DEF,
        MaxPool2dOp.DEF,
        MeanOp.DEF,
        MulOp.DEF,
        PadOp.DEF,
        RescaleOp.DEF,
        ReshapeOp.DEF,
        ResizeBilinearOp.DEF,
        ResizeNearestOp.DEF,
        SliceOp.DEF,
        SoftmaxOp.DEF,
        SubOp.DEF,
        TransposeOp.DEF,
        WideFunctionOp.DEF,
        WideSoftmaxOp.DEF);
  }
}
