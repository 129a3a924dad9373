package org.qopt.passes.canonicalize.fuse;

import java.util.List;
import java.util.Optional;
import org.qopt.dialect.nn.Conv2dOp;
import org.qopt.dialect.nn.DepthwiseConv2dOp;
import org.qopt.dialect.nn.PadOp;
import org.qopt.dialect.nn.attr.Padding;
import org.qopt.ir.Operation;
import org.qopt.ir.op.OpDef;
import org.qopt.rewrite.PatternResult;
import org.qopt.rewrite.RewritePattern;
import org.qopt.rewrite.Rewriter;

/**
 * Zeros around the image that a convolution takes are its padding.
 *
 * {@snippet lang=qir :
 * %a = nn.pad %x {padding = array<i64: 0, 0, 1, 1, 1, 1, 0, 0>} : tensor<1x6x6x4xf32>
 * %y = nn.conv2d %a, %w : tensor<1x4x4x8xf32>   // %w : tensor<8x3x3x4xf32>
 * // becomes
 * %y = nn.conv2d %x, %w {padding = array<i64: 1, 1, 1, 1>} : tensor<1x4x4x8xf32>
 * }
 */
public record FoldPad() implements RewritePattern {
  private static final int LARGEST = 1 << 20;

  @Override
  public List<OpDef> roots() {
    return List.of(Conv2dOp.DEF, DepthwiseConv2dOp.DEF);
  }

  @Override
  public PatternResult apply(Operation root, Rewriter rewriter) {
    Optional<PadOp> pad =
        root.operand(0).definingOp().filter(op -> op.is(PadOp.DEF)).map(PadOp::new);
    if (pad.isEmpty()) {
      return PatternResult.noMatch("the input is not padded");
    }
    int[] around = pad.get().padding();
    if (pad.get().value() != 0) {
      return PatternResult.noMatch("it is padded by other numbers than 0");
    }
    if (around.length != 8 || (around[0] | around[1] | around[6] | around[7]) != 0) {
      return PatternResult.noMatch("other axes than height and width are padded");
    }
    Padding own = Padding.of(root);
    Padding sum =
        new Padding(
            own.top() + around[2],
            own.bottom() + around[3],
            own.left() + around[4],
            own.right() + around[5]);
    if (Math.max(Math.max(sum.top(), sum.bottom()), Math.max(sum.left(), sum.right())) > LARGEST) {
      return PatternResult.noMatch("the padding is too large");
    }
    rewriter.modify(
        root,
        () -> {
          root.setOperand(0, pad.get().x());
          root.setAttribute(Padding.NAME, sum.attribute());
        });
    return PatternResult.REWRITTEN;
  }
}
