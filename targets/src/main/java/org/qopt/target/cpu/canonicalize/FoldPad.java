package org.qopt.target.cpu.canonicalize;

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
import org.qopt.target.cpu.dialect.Conv2dOp;
import org.qopt.target.cpu.dialect.DepthwiseConv2dOp;
import org.qopt.target.cpu.dialect.PadOp;
import org.qopt.target.dialect.Scales;

/**
 * A convolution pads its image itself, where that was padded by the zero point.
 *
 * <pre>
 * %a = cpu.pad %x {padding = array&lt;i64: 0, 0, 1, 1, 1, 1, 0, 0&gt;, value = -3 : i8}  |
 * %y = cpu.conv2d %a, %w                |  %y = cpu.conv2d %x, %w {padding = array&lt;i64: 1, 1, 1, 1&gt;}
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
    long value = pad.get().required(PadOp.VALUE, IntegerAttr.class).asLong();
    if (value != Scales.zeroPoint(root.operand(0).type())) {
      return PatternResult.noMatch("the padding is not the zero point");
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
