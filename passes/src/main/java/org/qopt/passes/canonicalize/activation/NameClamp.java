package org.qopt.passes.canonicalize.activation;

import java.util.List;
import java.util.Optional;
import org.qopt.dialect.nn.ClampOp;
import org.qopt.dialect.nn.attr.Activation;
import org.qopt.ir.Operation;
import org.qopt.ir.op.OpDef;
import org.qopt.passes.match.Bounds;
import org.qopt.rewrite.PatternResult;
import org.qopt.rewrite.RewritePattern;
import org.qopt.rewrite.Rewriter;

/**
 * Bounds that have a name are called by it; bounds that are none go away.
 *
 * {@snippet lang=qir :
 * %y = nn.clamp %x {min = 0.0 : f32, max = 6.0 : f32} : tensor<4xf32>
 * // becomes
 * %y = nn.relu6 %x : tensor<4xf32>
 * }
 */
public record NameClamp() implements RewritePattern {
  @Override
  public List<OpDef> roots() {
    return List.of(ClampOp.DEF);
  }

  @Override
  public PatternResult apply(Operation root, Rewriter rewriter) {
    Bounds bounds = Bounds.of(root).orElseThrow();
    Optional<Activation> activation = bounds.activation();
    if (activation.isEmpty() || activation.get() == Activation.RELU_N1_TO_1) {
      return PatternResult.noMatch("no operation is called by these bounds");
    }
    if (activation.get() == Activation.NONE) {
      if (!root.operand(0).type().equals(root.result().type())) {
        return PatternResult.noMatch("more is known of one type than of the other");
      }
      rewriter.replace(root, root.operand(0));
      return PatternResult.REWRITTEN;
    }
    rewriter.replace(root, bounds.create(rewriter.builder(), root.location(), root.operand(0)));
    return PatternResult.REWRITTEN;
  }
}
