package org.qopt.target.tpu.legalize;

import com.google.common.collect.ImmutableList;
import org.qopt.dialect.nn.AddOp;
import org.qopt.dialect.nn.ClampOp;
import org.qopt.dialect.nn.ConcatOp;
import org.qopt.dialect.nn.Conv2dOp;
import org.qopt.dialect.nn.Conv2dTransposeOp;
import org.qopt.dialect.nn.DepthwiseConv2dOp;
import org.qopt.dialect.nn.FullyConnectedOp;
import org.qopt.dialect.nn.MaxPool2dOp;
import org.qopt.dialect.nn.MeanOp;
import org.qopt.dialect.nn.MulOp;
import org.qopt.dialect.nn.Relu6Op;
import org.qopt.dialect.nn.ReluOp;
import org.qopt.dialect.nn.ReshapeOp;
import org.qopt.dialect.nn.SigmoidOp;
import org.qopt.dialect.nn.SliceOp;
import org.qopt.dialect.nn.SubOp;
import org.qopt.dialect.nn.TanhOp;
import org.qopt.dialect.nn.TransposeOp;
import org.qopt.target.legalize.OpLegalization;
import org.qopt.target.tpu.dialect.ScaledSums;
import org.qopt.target.tpu.dialect.TpuAttributes;
import org.qopt.target.tpu.numerics.Rounding;

/** All that the target has a form for. */
public final class TpuLegalizations {
  /** One for each kind of operation. */
  public static final ImmutableList<OpLegalization> ALL =
      ImmutableList.of(
          new LegalizeFilter(
              Conv2dOp.DEF, org.qopt.target.tpu.dialect.Conv2dOp.DEF, Rounding.DOUBLE),
          new LegalizeFilter(
              Conv2dTransposeOp.DEF,
              org.qopt.target.tpu.dialect.Conv2dTransposeOp.DEF,
              Rounding.DOUBLE),
          new LegalizeFilter(
              DepthwiseConv2dOp.DEF,
              org.qopt.target.tpu.dialect.DepthwiseConv2dOp.DEF,
              Rounding.DOUBLE),
          new LegalizeFilter(
              FullyConnectedOp.DEF,
              org.qopt.target.tpu.dialect.FullyConnectedOp.DEF,
              Rounding.NEAREST),
          new LegalizeElementwise(
              AddOp.DEF, org.qopt.target.tpu.dialect.AddOp.DEF, ScaledSums.DERIVATION),
          new LegalizeElementwise(
              SubOp.DEF, org.qopt.target.tpu.dialect.SubOp.DEF, ScaledSums.DERIVATION),
          new LegalizeElementwise(
              MulOp.DEF,
              org.qopt.target.tpu.dialect.MulOp.DEF,
              org.qopt.target.tpu.dialect.MulOp.DERIVATION),
          new LegalizeClamp(ReluOp.DEF, "relu"),
          new LegalizeClamp(Relu6Op.DEF, "relu6"),
          new LegalizeClamp(ClampOp.DEF, TpuAttributes.BOUNDED),
          new LegalizeLookup(SigmoidOp.DEF, "logistic"),
          new LegalizeLookup(TanhOp.DEF, "tanh"),
          new LegalizeHardSwish(),
          new LegalizeHardSigmoid(),
          new LegalizeSoftmax(),
          new LegalizeUnary(
              MeanOp.DEF,
              org.qopt.target.tpu.dialect.MeanOp.DEF,
              org.qopt.target.tpu.dialect.MeanOp.DERIVATION),
          new LegalizeAvgPool(),
          new LegalizeSame(MaxPool2dOp.DEF, org.qopt.target.tpu.dialect.MaxPool2dOp.DEF),
          new LegalizeSame(ReshapeOp.DEF, org.qopt.target.tpu.dialect.ReshapeOp.DEF),
          new LegalizeSame(TransposeOp.DEF, org.qopt.target.tpu.dialect.TransposeOp.DEF),
          new LegalizeSame(ConcatOp.DEF, org.qopt.target.tpu.dialect.ConcatOp.DEF),
          new LegalizeSame(SliceOp.DEF, org.qopt.target.tpu.dialect.SliceOp.DEF),
          new LegalizePad(),
          new LegalizeResize());

  private TpuLegalizations() {}
}
