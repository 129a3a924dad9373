package org.qopt.target.dsp.legalize;

import com.google.common.collect.ImmutableList;
import java.util.function.Consumer;
import org.qopt.dialect.nn.AddOp;
import org.qopt.dialect.nn.AvgPool2dOp;
import org.qopt.dialect.nn.ClampOp;
import org.qopt.dialect.nn.ConcatOp;
import org.qopt.dialect.nn.Conv2dOp;
import org.qopt.dialect.nn.Conv2dTransposeOp;
import org.qopt.dialect.nn.DepthwiseConv2dOp;
import org.qopt.dialect.nn.FullyConnectedOp;
import org.qopt.dialect.nn.MaxPool2dOp;
import org.qopt.dialect.nn.Relu6Op;
import org.qopt.dialect.nn.ReluOp;
import org.qopt.dialect.nn.ReshapeOp;
import org.qopt.dialect.nn.SliceOp;
import org.qopt.dialect.nn.SubOp;
import org.qopt.dialect.nn.TransposeOp;
import org.qopt.pass.remark.Remark;
import org.qopt.target.legalize.OpLegalization;

/** All that the target has a form for. */
final class DspLegalizations {
  private DspLegalizations() {}

  /** {@return one for each kind of operation, with accumulators of {@code width} bits} */
  static ImmutableList<OpLegalization> of(int width, Consumer<Remark> remarks) {
    return ImmutableList.of(
        new LegalizeFilter(Conv2dOp.DEF, org.qopt.target.dsp.dialect.Conv2dOp.DEF, width, remarks),
        new LegalizeFilter(
            Conv2dTransposeOp.DEF,
            org.qopt.target.dsp.dialect.Conv2dTransposeOp.DEF,
            width,
            remarks),
        new LegalizeFilter(
            DepthwiseConv2dOp.DEF,
            org.qopt.target.dsp.dialect.DepthwiseConv2dOp.DEF,
            width,
            remarks),
        new LegalizeFilter(
            FullyConnectedOp.DEF, org.qopt.target.dsp.dialect.FullyConnectedOp.DEF, width, remarks),
        new LegalizeSum(AddOp.DEF, org.qopt.target.dsp.dialect.AddOp.DEF, width),
        new LegalizeSum(SubOp.DEF, org.qopt.target.dsp.dialect.SubOp.DEF, width),
        new LegalizeMul(),
        new LegalizeClamp(ReluOp.DEF),
        new LegalizeClamp(Relu6Op.DEF),
        new LegalizeClamp(ClampOp.DEF),
        LegalizeLookup.SIGMOID,
        LegalizeLookup.TANH,
        LegalizeLookup.HARD_SIGMOID,
        new LegalizeHardSwish(),
        new LegalizeSoftmax(),
        new LegalizeMean(width),
        new LegalizePool(AvgPool2dOp.DEF, org.qopt.target.dsp.dialect.AvgPool2dOp.DEF, true, width),
        new LegalizePool(
            MaxPool2dOp.DEF, org.qopt.target.dsp.dialect.MaxPool2dOp.DEF, false, width),
        new LegalizeSame(ReshapeOp.DEF, org.qopt.target.dsp.dialect.ReshapeOp.DEF),
        new LegalizeSame(TransposeOp.DEF, org.qopt.target.dsp.dialect.TransposeOp.DEF),
        new LegalizeSame(ConcatOp.DEF, org.qopt.target.dsp.dialect.ConcatOp.DEF),
        new LegalizeSame(SliceOp.DEF, org.qopt.target.dsp.dialect.SliceOp.DEF),
        new LegalizePad(),
        new LegalizeResize(width));
  }
}
