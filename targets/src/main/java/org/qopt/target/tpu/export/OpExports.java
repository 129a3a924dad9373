package org.qopt.target.tpu.export;

import com.google.common.collect.ImmutableMap;
import org.qopt.ir.op.OpDef;
import org.qopt.target.tpu.dialect.AddOp;
import org.qopt.target.tpu.dialect.AvgPool2dOp;
import org.qopt.target.tpu.dialect.ClampOp;
import org.qopt.target.tpu.dialect.ConcatOp;
import org.qopt.target.tpu.dialect.Conv2dOp;
import org.qopt.target.tpu.dialect.Conv2dTransposeOp;
import org.qopt.target.tpu.dialect.DepthwiseConv2dOp;
import org.qopt.target.tpu.dialect.FullyConnectedOp;
import org.qopt.target.tpu.dialect.HardSwishOp;
import org.qopt.target.tpu.dialect.LookupOp;
import org.qopt.target.tpu.dialect.MaxPool2dOp;
import org.qopt.target.tpu.dialect.MeanOp;
import org.qopt.target.tpu.dialect.MulOp;
import org.qopt.target.tpu.dialect.PadOp;
import org.qopt.target.tpu.dialect.RescaleOp;
import org.qopt.target.tpu.dialect.ReshapeOp;
import org.qopt.target.tpu.dialect.ResizeBilinearOp;
import org.qopt.target.tpu.dialect.ResizeNearestOp;
import org.qopt.target.tpu.dialect.SliceOp;
import org.qopt.target.tpu.dialect.SoftmaxOp;
import org.qopt.target.tpu.dialect.SubOp;
import org.qopt.target.tpu.dialect.TransposeOp;
import org.qopt.target.tpu.dialect.WideFunctionOp;
import org.qopt.target.tpu.dialect.WideSoftmaxOp;

/** How each operation of the dialect is written. */
final class OpExports {
  /** By the operation's name. */
  static final ImmutableMap<String, OpExport> ALL =
      ImmutableMap.<String, OpExport>builder()
          .put(name(AddOp.DEF), ElementwiseExports::add)
          .put(name(AvgPool2dOp.DEF), PoolExports::averagePool2d)
          .put(name(ClampOp.DEF), ClampExport::export)
          .put(name(ConcatOp.DEF), MovementExports::concat)
          .put(name(Conv2dOp.DEF), ConvolutionExports::conv2d)
          .put(name(Conv2dTransposeOp.DEF), TransposedExport::export)
          .put(name(DepthwiseConv2dOp.DEF), ConvolutionExports::depthwiseConv2d)
          .put(name(FullyConnectedOp.DEF), FullyConnectedExport::export)
          .put(name(HardSwishOp.DEF), FunctionExports::hardSwish)
          .put(name(LookupOp.DEF), FunctionExports::lookup)
          .put(name(MaxPool2dOp.DEF), PoolExports::maxPool2d)
          .put(name(MeanOp.DEF), MeanExport::export)
          .put(name(MulOp.DEF), ElementwiseExports::mul)
          .put(name(PadOp.DEF), PadExport::export)
          .put(name(RescaleOp.DEF), RescaleExport::export)
          .put(name(ReshapeOp.DEF), MovementExports::reshape)
          .put(name(ResizeBilinearOp.DEF), ResizeExports::bilinear)
          .put(name(ResizeNearestOp.DEF), ResizeExports::nearest)
          .put(name(SliceOp.DEF), SliceExport::export)
          .put(name(SoftmaxOp.DEF), FunctionExports::softmax)
          .put(name(SubOp.DEF), ElementwiseExports::sub)
          .put(name(TransposeOp.DEF), TransposeExport::export)
          .put(name(WideFunctionOp.DEF), FunctionExports::lookup)
          .put(name(WideSoftmaxOp.DEF), FunctionExports::softmax)
          .build();

  private OpExports() {}

  private static String name(OpDef def) {
    return def.name();
  }
}
