package org.qopt.target.dsp.dialect;

import java.util.List;
import org.qopt.ir.Dialect;
import org.qopt.ir.op.OpDef;

/** The dialect {@code dsp}: operations on block floating-point numbers that use integers alone. */
public final class DspDialect implements Dialect {
  /** The namespace. */
  public static final String NAME = "dsp";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String description() {
    return "Operations on block floating-point numbers that use integers alone.";
  }

  @Override
  public List<OpDef> ops() {
    return List.of(
        AddOp.DEF,
        AvgPool2dOp.DEF,
        ConcatOp.DEF,
        Conv2dOp.DEF,
        Conv2dTransposeOp.DEF,
        DepthwiseConv2dOp.DEF,
        FullyConnectedOp.DEF,
        LookupOp.DEF,
        MaxPool2dOp.DEF,
        MeanOp.DEF,
        MulOp.DEF,
        PadOp.DEF,
        RequantizeOp.DEF,
        ReshapeOp.DEF,
        ResizeOp.DEF,
        SliceOp.DEF,
        SoftmaxOp.DEF,
        SubOp.DEF,
        TransposeOp.DEF);
  }
}
