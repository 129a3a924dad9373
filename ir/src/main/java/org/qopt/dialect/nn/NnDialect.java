package org.qopt.dialect.nn;

import java.util.List;
import org.qopt.ir.Dialect;
import org.qopt.ir.op.OpDef;

/** The dialect {@code nn}: the operations of a trained float network. */
public final class NnDialect implements Dialect {
  /** The attribute of a function's result whose value has another name than the output. */
  public static final String NAME_ATTRIBUTE = "nn.name";

  @Override
  public String name() {
    return "nn";
  }

  @Override
  public String description() {
    return "The operations of a trained network. Activations are NHWC, filters OHWI, depthwise filters 1HWC.";
  }

  @Override
  public List<OpDef> ops() {
    return List.of(
        AddOp.DEF,
        AvgPool2dOp.DEF,
        BatchNormOp.DEF,
        CastOp.DEF,
        ClampOp.DEF,
        ConcatOp.DEF,
        ConstantOp.DEF,
        Conv2dOp.DEF,
        DepthwiseConv2dOp.DEF,
        DivOp.DEF,
        DynamicReshapeOp.DEF,
        FullyConnectedOp.DEF,
        HardSigmoidOp.DEF,
        HardSwishOp.DEF,
        MatmulOp.DEF,
        MaxPool2dOp.DEF,
        MeanOp.DEF,
        MulOp.DEF,
        PadOp.DEF,
        ReluOp.DEF,
        Relu6Op.DEF,
        ReshapeOp.DEF,
        ShapeOp.DEF,
        SigmoidOp.DEF,
        SliceOp.DEF,
        SoftmaxOp.DEF,
        SubOp.DEF,
        TanhOp.DEF,
        TransposeOp.DEF);
  }
}
