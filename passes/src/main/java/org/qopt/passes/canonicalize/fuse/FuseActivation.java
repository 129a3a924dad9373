package org.qopt.passes.canonicalize.fuse;

import java.util.List;
import java.util.Optional;
import org.qopt.dialect.nn.attr.Activation;
import org.qopt.ir.Operation;
import org.qopt.ir.op.OpDef;
import org.qopt.passes.match.Bounds;
import org.qopt.rewrite.PatternResult;
import org.qopt.rewrite.RewritePattern;
import org.qopt.rewrite.Rewriter;

/**
 * An operation whose only user bounds its result does so itself, if there is an activation for it.
 *
 * {@snippet lang=qir :
 * %a = nn.conv2d %x, %w, %b : tensor<1x4x4x8xf32>
 * %y = nn.relu %a : tensor<1x4x4x8xf32>
 * // becomes
 * %y = nn.conv2d %x, %w, %b {activation = "relu"} : tensor<1x4x4x8xf32>
 * }
 */
public record FuseActivation() implements RewritePattern {
  @Override
  public List<OpDef> roots() {
    return Bounds.DEFS;
  }

  @Override
  public PatternResult apply(Operation root, Rewriter rewriter) {
    Optional<Operation> producer =
        root.operand(0)
            .definingOp()
            .filter(op -> op.def().filter(Bounds.ACTIVATED::contains).isPresent());
    if (producer.isEmpty()) {
      return PatternResult.noMatch("the operand's operation has no activation");
    }
    if (!root.operand(0).hasOneUse()) {
      return PatternResult.noMatch("the operand has other users");
    }
    Operation operation = producer.get();
    Bounds both = Bounds.of(Activation.of(operation)).then(Bounds.of(root).orElseThrow());
    Optional<Activation> activation = both.activation();
    if (activation.isEmpty()) {
      return PatternResult.noMatch(
          "there is no activation that bounds to [" + both.min() + ", " + both.max() + "]");
    }
    rewriter.modify(
        operation,
        () -> {
          operation.setAttribute(Activation.NAME, activation.get().attribute());
          operation.setLocation(Rewriter.fuse(root, operation));
        });
    rewriter.replace(root, operation);
    return PatternResult.REWRITTEN;
  }
}
