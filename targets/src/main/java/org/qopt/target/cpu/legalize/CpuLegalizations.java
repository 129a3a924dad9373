package org.qopt.target.cpu.legalize;

import com.google.common.collect.ImmutableList;
import org.qopt.dialect.nn.AddOp;
import org.qopt.dialect.nn.ClampOp;
import org.qopt.dialect.nn.ConcatOp;
import org.qopt.dialect.nn.Conv2dOp;
import org.qopt.dialect.nn.DepthwiseConv2dOp;
import org.qopt.dialect.nn.FullyConnectedOp;
import org.qopt.dialect.nn.MatmulOp;
import org.qopt.dialect.nn.MaxPool2dOp;
import org.qopt.dialect.nn.MulOp;
import org.qopt.dialect.nn.Relu6Op;
import org.qopt.dialect.nn.ReluOp;
import org.qopt.dialect.nn.ReshapeOp;
import org.qopt.dialect.nn.ResizeOp;
import org.qopt.dialect.nn.SigmoidOp;
import org.qopt.dialect.nn.SliceOp;
import org.qopt.dialect.nn.SoftmaxOp;
import org.qopt.dialect.nn.TransposeOp;
import org.qopt.ir.op.OpDef;
import org.qopt.target.legalize.OpLegalization;

/** All that the target has a form for. */
public final class CpuLegalizations {
  /** One for each kind of operation. */
  public static final ImmutableList<OpLegalization> ALL =
      ImmutableList.of(
          new LegalizeLike(Conv2dOp.DEF, org.qopt.target.cpu.dialect.Conv2dOp.DEF),
          new LegalizeLike(
              DepthwiseConv2dOp.DEF, org.qopt.target.cpu.dialect.DepthwiseConv2dOp.DEF),
          new LegalizeLike(FullyConnectedOp.DEF, org.qopt.target.cpu.dialect.FullyConnectedOp.DEF),
          new LegalizeLike(MatmulOp.DEF, org.qopt.target.cpu.dialect.MatmulOp.DEF),
          new LegalizeLike(AddOp.DEF, org.qopt.target.cpu.dialect.AddOp.DEF),
          new LegalizeLike(MulOp.DEF, org.qopt.target.cpu.dialect.MulOp.DEF),
          new LegalizeLike(SigmoidOp.DEF, org.qopt.target.cpu.dialect.SigmoidOp.DEF),
          new LegalizeLike(SoftmaxOp.DEF, org.qopt.target.cpu.dialect.SoftmaxOp.DEF),
          new LegalizeAvgPool(),
          new LegalizeMean(),
          new LegalizeTanh(),
          new LegalizeHardSigmoid(),
          new LegalizeHardSwish(),
          new LegalizeClamp(ReluOp.DEF),
          new LegalizeClamp(Relu6Op.DEF),
          new LegalizeClamp(ClampOp.DEF),
          same(MaxPool2dOp.DEF, org.qopt.target.cpu.dialect.MaxPool2dOp.DEF),
          same(ReshapeOp.DEF, org.qopt.target.cpu.dialect.ReshapeOp.DEF),
          same(ResizeOp.DEF, org.qopt.target.cpu.dialect.ResizeOp.DEF),
          same(TransposeOp.DEF, org.qopt.target.cpu.dialect.TransposeOp.DEF),
          same(ConcatOp.DEF, org.qopt.target.cpu.dialect.ConcatOp.DEF),
          same(SliceOp.DEF, org.qopt.target.cpu.dialect.SliceOp.DEF),
          new LegalizePad());

  private CpuLegalizations() {}

  private static OpLegalization same(OpDef root, OpDef target) {
    return new LegalizeSame(new LegalizeLike(root, target));
  }
}
