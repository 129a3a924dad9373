package org.qopt.target.legalize;

import java.util.List;
import java.util.Optional;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.op.OpDef;
import org.qopt.quantize.BrokenLimit;
import org.qopt.quantize.QuantProfile;
import org.qopt.rewrite.PatternResult;
import org.qopt.rewrite.RewritePattern;
import org.qopt.rewrite.Rewriter;

/**
 * A float operation between casts becomes operations of the target.
 *
 * <pre>
 * %a = quant.dcast %x        |
 * %b = nn.relu %a            |  %q = tpu.clamp %x {...}
 * %q = quant.qcast %b        |
 * </pre>
 *
 * @param legalization how the operation is computed on the target
 * @param profile what the target can compute
 */
public record LegalizePattern(OpLegalization legalization, QuantProfile profile)
    implements RewritePattern {
  @Override
  public List<OpDef> roots() {
    return List.of(legalization.root());
  }

  @Override
  public String name() {
    return "Legalize(" + legalization.root() + ")";
  }

  @Override
  public PatternResult apply(Operation root, Rewriter rewriter) {
    Optional<BrokenLimit> broken =
        profile.rule(root.name()).flatMap(rule -> rule.firstBroken(root));
    if (broken.isPresent()) {
      return PatternResult.noMatch(
          "%s, but got %s".formatted(broken.get().limit().constraint(), broken.get().found()));
    }
    return switch (QuantizedOp.of(root)) {
      case QuantizedOp.Match.Missing(String reason) -> PatternResult.noMatch(reason);
      case QuantizedOp.Match.Found(QuantizedOp op) -> rewrite(op, rewriter);
    };
  }

  private PatternResult rewrite(QuantizedOp op, Rewriter rewriter) {
    Value result;
    try {
      result = legalization.legalize(op, rewriter.builder());
    } catch (NoFormException e) {
      return PatternResult.noMatch(e.getMessage());
    }
    for (Operation quantizer : op.quantizers()) {
      rewriter.replace(quantizer, result);
    }
    rewriter.erase(op.operation());
    return PatternResult.REWRITTEN;
  }
}
