package org.qopt.target.dsp.canonicalize;

import java.util.List;
import java.util.Optional;
import org.qopt.dialect.nn.attr.Padding;
import org.qopt.ir.Operation;
import org.qopt.ir.attribute.IntegerAttr;
import org.qopt.ir.op.OpDef;
import org.qopt.rewrite.PatternResult;
import org.qopt.rewrite.RewritePattern;
import org.qopt.rewrite.Rewriter;
import org.qopt.target.canonicalize.PaddedWindow;
import org.qopt.target.dsp.dialect.Conv2dOp;
import org.qopt.target.dsp.dialect.DepthwiseConv2dOp;
import org.qopt.target.dsp.dialect.DspTypes;
import org.qopt.target.dsp.dialect.PadOp;

/**
 * A filter pads its image itself, where that was padded by 0 and exponents are static.
 *
 * <pre>
 * %a = dsp.pad %x {padding = array&lt;i64: 0, 0, 1, 1, 1, 1, 0, 0&gt;, value = 0 : i32, ...}  |
 * %y = dsp.conv2d %a, %w {...}            |  %y = dsp.conv2d %x, %w {padding = array&lt;i64: 1, 1, 1, 1&gt;, ...}
 * </pre>
 */
record FoldPad() implements RewritePattern {
  @Override
  public List<OpDef> roots() {
    return List.of(Conv2dOp.DEF, DepthwiseConv2dOp.DEF);
  }

  @Override
  public PatternResult apply(Operation root, Rewriter rewriter) {
    Optional<Operation> pad = root.operand(0).definingOp().filter(op -> op.is(PadOp.DEF));
    if (pad.isEmpty()) {
      return PatternResult.noMatch("the operand is not padded");
    }
    if (!DspTypes.isStatic(pad.get())) {
      return PatternResult.noMatch("the exponents are dynamic");
    }
    if (pad.get().required(PadOp.VALUE, IntegerAttr.class).asLong() != 0) {
      return PatternResult.noMatch("the padding is not 0");
    }
    Optional<Padding> joined = PaddedWindow.joined(root, pad.get());
    if (joined.isEmpty()) {
      return PatternResult.noMatch("images or channels are padded");
    }
    rewriter.modify(
        root,
        () -> {
          root.setOperand(0, pad.get().operand(0));
          root.setAttribute(Padding.NAME, joined.get().attribute());
        });
    return PatternResult.REWRITTEN;
  }
}
