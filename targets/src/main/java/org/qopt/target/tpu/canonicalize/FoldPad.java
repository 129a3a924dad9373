package org.qopt.target.tpu.canonicalize;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.qopt.dialect.nn.attr.Padding;
import org.qopt.dialect.nn.attr.Spatial;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.attribute.Attribute;
import org.qopt.ir.attribute.DictionaryAttr;
import org.qopt.ir.op.OpDef;
import org.qopt.rewrite.PatternResult;
import org.qopt.rewrite.RewritePattern;
import org.qopt.rewrite.Rewriter;
import org.qopt.target.canonicalize.PaddedWindow;
import org.qopt.target.dialect.Scales;
import org.qopt.target.tpu.dialect.Conv2dOp;
import org.qopt.target.tpu.dialect.DepthwiseConv2dOp;
import org.qopt.target.tpu.dialect.MaxPool2dOp;
import org.qopt.target.tpu.dialect.PadOp;
import org.qopt.target.tpu.dialect.TpuAttributes;

/**
 * A filter pads its image itself, where that was padded by the zero point; a maximum does, where it
 * was padded by the least number.
 *
 * <pre>
 * %a = tpu.pad %x {padding = array&lt;i64: 0, 0, 1, 1, 1, 1, 0, 0&gt;, value = -3 : i8}  |
 * %y = tpu.conv2d %a, %w {...}                 |  %y = tpu.conv2d %x, %w {padding = array&lt;i64: 1, 1, 1, 1&gt;, ...}
 * </pre>
 */
record FoldPad() implements RewritePattern {
  @Override
  public List<OpDef> roots() {
    return List.of(Conv2dOp.DEF, DepthwiseConv2dOp.DEF, MaxPool2dOp.DEF);
  }

  @Override
  public PatternResult apply(Operation root, Rewriter rewriter) {
    Optional<Operation> pad = root.operand(0).definingOp().filter(op -> op.is(PadOp.DEF));
    if (pad.isEmpty()) {
      return PatternResult.noMatch("the operand is not padded");
    }
    Optional<Padding> joined = PaddedWindow.joined(root, pad.get());
    if (joined.isEmpty()) {
      return PatternResult.noMatch("images or channels are padded");
    }
    boolean maximum = root.is(MaxPool2dOp.DEF);
    int neutral =
        maximum
            ? TpuAttributes.full(root.result().type()).min()
            : Scales.zeroPoint(root.operand(0).type());
    if (TpuAttributes.integer(pad.get(), PadOp.VALUE) != neutral) {
      return PatternResult.noMatch("the padding is not " + neutral);
    }
    if (maximum && !fits(joined.get(), Spatial.of(root, "kernel"))) {
      return PatternResult.noMatch("a window would lie in the padding");
    }
    List<Value> operands = root.operands();
    operands.set(0, pad.get().operand(0));
    TreeMap<String, Attribute> attributes = new TreeMap<>(root.properties().entries());
    attributes.putAll(root.attributes().entries());
    attributes.put(Padding.NAME, joined.get().attribute());
    rewriter.replace(
        root,
        rewriter
            .builder()
            .create(
                root.def().orElseThrow(),
                root.location(),
                operands,
                DictionaryAttr.of(attributes),
                List.of(root.result().type())));
    return PatternResult.REWRITTEN;
  }

  private static boolean fits(Padding padding, Spatial kernel) {
    return Math.max(padding.top(), padding.bottom()) < kernel.height()
        && Math.max(padding.left(), padding.right()) < kernel.width();
  }
}
