package org.qopt.passes.canonicalize.activation;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.qopt.dialect.nn.ClampOp;
import org.qopt.dialect.nn.DivOp;
import org.qopt.dialect.nn.HardSigmoidOp;
import org.qopt.dialect.nn.MulOp;
import org.qopt.dialect.nn.attr.Activation;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.op.OpDef;
import org.qopt.passes.match.Bounds;
import org.qopt.rewrite.PatternResult;
import org.qopt.rewrite.RewritePattern;
import org.qopt.rewrite.Rewriter;

/**
 * A line that is cut off at 0 and 1 is the hard sigmoid. It may be computed as {@code clamp(alpha *
 * x + beta, 0, 1)} or as {@code clamp(alpha * x + beta, 0, n) / n}.
 *
 * {@snippet lang=qir :
 * %a = nn.add %x, %three : tensor<4xf32>
 * %b = nn.relu6 %a : tensor<4xf32>
 * %y = nn.div %b, %six : tensor<4xf32>
 * // becomes
 * %y = nn.hard_sigmoid %x {alpha = 0.16666667 : f32, beta = 0.5 : f32} : tensor<4xf32>
 * }
 */
public record FormHardSigmoid() implements RewritePattern {
  @Override
  public List<OpDef> roots() {
    return List.of(ClampOp.DEF, DivOp.DEF, MulOp.DEF);
  }

  @Override
  public PatternResult apply(Operation root, Rewriter rewriter) {
    return root.is(ClampOp.DEF) ? ofClamp(root, rewriter) : ofQuotient(root, rewriter);
  }

  private static PatternResult ofClamp(Operation root, Rewriter rewriter) {
    Optional<Ramp> ramp = Ramp.of(root.result()).filter(r -> r.bounds().equals(new Bounds(0, 1)));
    return ramp.isPresent()
        ? replace(root, ramp.get(), 1, rewriter)
        : PatternResult.noMatch("it does not cut a line off at 0 and 1");
  }

  private static PatternResult ofQuotient(Operation root, Rewriter rewriter) {
    Value inner = root.operand(0);
    OptionalDouble factor = Ramp.factor(root);
    if (factor.isEmpty()
        || Activation.of(root) != Activation.NONE
        || !inner.type().equals(root.result().type())) {
      return PatternResult.noMatch("it does not multiply by one number");
    }
    Optional<Ramp> ramp =
        inner.hasOneUse()
            ? Ramp.of(inner).filter(r -> isUnit(r.bounds(), factor.getAsDouble()))
            : Optional.empty();
    return ramp.isPresent()
        ? replace(root, ramp.get(), factor.getAsDouble(), rewriter)
        : PatternResult.noMatch("it does not scale a line that is cut off at 0");
  }

  private static boolean isUnit(Bounds bounds, double factor) {
    return bounds.min() == 0 && Ramp.isClose(bounds.max() * factor, 1);
  }

  private static PatternResult replace(
      Operation root, Ramp ramp, double factor, Rewriter rewriter) {
    HardSigmoidOp sigmoid =
        HardSigmoidOp.create(
            rewriter.builder(),
            root.location(),
            ramp.x(),
            (float) (ramp.alpha() * factor),
            (float) (ramp.beta() * factor));
    rewriter.replace(root, sigmoid.operation());
    return PatternResult.REWRITTEN;
  }
}
