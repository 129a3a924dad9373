package org.qopt.passes.canonicalize.activation;

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
 * Bounds of what is bounded already are one pair of bounds, or none where they change nothing.
 *
 * {@snippet lang=qir :
 * %a = nn.relu6 %x : tensor<4xf32>
 * %y = nn.relu %a : tensor<4xf32>
 * // becomes
 * %a = nn.relu6 %x : tensor<4xf32>
 * }
 */
public record MergeBounds() implements RewritePattern {
  @Override
  public List<OpDef> roots() {
    return Bounds.DEFS;
  }

  @Override
  public int benefit() {
    return 2;
  }

  @Override
  public PatternResult apply(Operation root, Rewriter rewriter) {
    Optional<Operation> producer = root.operand(0).definingOp();
    Optional<Bounds> inner = producer.flatMap(MergeBounds::ofResult);
    if (inner.isEmpty()) {
      return PatternResult.noMatch("the operand is not bounded");
    }
    Bounds both = inner.get().then(Bounds.of(root).orElseThrow());
    if (both.equals(inner.get()) && root.operand(0).type().equals(root.result().type())) {
      rewriter.replace(root, root.operand(0));
      return PatternResult.REWRITTEN;
    }
    if (Bounds.of(producer.get()).isEmpty()) {
      return PatternResult.noMatch("the operand's own activation cannot be taken away");
    }
    rewriter.replace(
        root, both.create(rewriter.builder(), root.location(), producer.get().operand(0)));
    return PatternResult.REWRITTEN;
  }

  private static Optional<Bounds> ofResult(Operation operation) {
    Optional<Bounds> own = Bounds.of(operation);
    boolean activated = operation.def().filter(Bounds.ACTIVATED::contains).isPresent();
    return own.isPresent() || !activated ? own : Optional.of(Bounds.of(Activation.of(operation)));
  }
}
