package org.qopt.dialect.nn;

import java.util.List;
import java.util.Optional;
import org.qopt.ir.Dialect;
import org.qopt.ir.op.LazyOps;
import org.qopt.ir.op.OpDef;

/** The dialect {@code nn}: the operations of a trained float network. */
public final class NnDialect implements Dialect {
  /** The attribute of a function's result whose value has another name than the output. */
  public static final String NAME_ATTRIBUTE = "nn.name";

  private static final LazyOps OPS =
      LazyOps.builder()
          .op("nn.add", () -> AddOp.DEF)
          .op("nn.avg_pool2d", () -> AvgPool2dOp.DEF)
          .op("nn.batch_norm", () -> BatchNormOp.DEF)
          .op("nn.cast", () -> CastOp.DEF)
          .op("nn.clamp", () -> ClampOp.DEF)
          .op("nn.concat", () -> ConcatOp.DEF)
          .op("nn.constant", () -> ConstantOp.DEF)
          .op("nn.conv2d", () -> Conv2dOp.DEF)
          .op("nn.conv2d_transpose", () -> Conv2dTransposeOp.DEF)
          .op("nn.depthwise_conv2d", () -> DepthwiseConv2dOp.DEF)
          .op("nn.div", () -> DivOp.DEF)
          .op("nn.dynamic_reshape", () -> DynamicReshapeOp.DEF)
          .op("nn.fully_connected", () -> FullyConnectedOp.DEF)
          .op("nn.hard_sigmoid", () -> HardSigmoidOp.DEF)
          .op("nn.hard_swish", () -> HardSwishOp.DEF)
          .op("nn.matmul", () -> MatmulOp.DEF)
          .op("nn.max_pool2d", () -> MaxPool2dOp.DEF)
          .op("nn.mean", () -> MeanOp.DEF)
          .op("nn.mul", () -> MulOp.DEF)
          .op("nn.pad", () -> PadOp.DEF)
          .op("nn.pow", () -> PowOp.DEF)
          .op("nn.relu", () -> ReluOp.DEF)
          .op("nn.relu6", () -> Relu6Op.DEF)
          .op("nn.reshape", () -> ReshapeOp.DEF)
          .op("nn.resize", () -> ResizeOp.DEF)
          .op("nn.shape", () -> ShapeOp.DEF)
          .op("nn.sigmoid", () -> SigmoidOp.DEF)
          .op("nn.slice", () -> SliceOp.DEF)
          .op("nn.softmax", () -> SoftmaxOp.DEF)
          .op("nn.sqrt", () -> SqrtOp.DEF)
          .op("nn.sub", () -> SubOp.DEF)
          .op("nn.tanh", () -> TanhOp.DEF)
          .op("nn.transpose", () -> TransposeOp.DEF)
          .build();

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
    return OPS.all();
  }

  @Override
  public Optional<OpDef> op(String name) {
    return OPS.find(name);
  }
}
