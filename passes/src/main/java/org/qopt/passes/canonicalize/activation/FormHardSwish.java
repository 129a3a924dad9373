package org.qopt.passes.canonicalize.activation;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.qopt.dialect.nn.DivOp;
import org.qopt.dialect.nn.HardSigmoidOp;
import org.qopt.dialect.nn.HardSwishOp;
import org.qopt.dialect.nn.MulOp;
import org.qopt.dialect.nn.attr.Activation;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.op.OpDef;
import org.qopt.rewrite.PatternResult;
import org.qopt.rewrite.RewritePattern;
import org.qopt.rewrite.Rewriter;

/**
 * {@code x * min(max(x + 3, 0), 6) / 6} is the hard swish, by whatever operations it is computed:
 * the sixth may be a quotient or a product, and applied to the gate, which makes that a hard
 * sigmoid, or to the product.
 *
 * {@snippet lang=qir :
 * %a = nn.add %x, %three : tensor<4xf32>
 * %b = nn.clamp %a {min = 0.0 : f32, max = 6.0 : f32} : tensor<4xf32>
 * %c = nn.mul %x, %b : tensor<4xf32>
 * %y = nn.div %c, %six : tensor<4xf32>
 * // becomes
 * %y = nn.hard_swish %x : tensor<4xf32>
 * }
 */
public record FormHardSwish() implements RewritePattern {
  private static final double SIXTH = 1.0 / 6;

  @Override
  public List<OpDef> roots() {
    return List.of(DivOp.DEF, MulOp.DEF);
  }

  @Override
  public int benefit() {
    return 2;
  }

  @Override
  public PatternResult apply(Operation root, Rewriter rewriter) {
    if (Activation.of(root) != Activation.NONE) {
      return PatternResult.noMatch("it has an activation");
    }
    Optional<Value> x = ofScaledProduct(root);
    if (x.isEmpty() && root.is(MulOp.DEF)) {
      x = factors(root, FormHardSwish::hardSigmoidInput);
    }
    if (x.isEmpty() || !x.get().type().equals(root.result().type())) {
      return PatternResult.noMatch("it is not x * min(max(x + 3, 0), 6) / 6");
    }
    HardSwishOp swish = HardSwishOp.create(rewriter.builder(), root.location(), x.get());
    rewriter.replace(root, swish.operation());
    return PatternResult.REWRITTEN;
  }

  private static Optional<Value> ofScaledProduct(Operation root) {
    OptionalDouble factor = Ramp.factor(root);
    if (factor.isEmpty() || !Ramp.isClose(factor.getAsDouble(), SIXTH)) {
      return Optional.empty();
    }
    return root.operand(0)
        .definingOp()
        .filter(op -> op.is(MulOp.DEF) && Activation.of(op) == Activation.NONE)
        .filter(op -> op.result().hasOneUse())
        .flatMap(op -> factors(op, FormHardSwish::gateInput));
  }

  /** What a factor of a product is a function of. */
  private interface Gate {
    Optional<Value> input(Value factor);
  }

  // The other factor of a product one factor of which is the gate of the other, on either side.
  private static Optional<Value> factors(Operation product, Gate gate) {
    Value a = product.operand(0);
    Value b = product.operand(1);
    return gate.input(b).filter(x -> x == a).or(() -> gate.input(a).filter(x -> x == b));
  }

  private static Optional<Value> gateInput(Value value) {
    return Ramp.of(value).filter(_ -> value.hasOneUse()).filter(Ramp::isHardSwishGate).map(Ramp::x);
  }

  private static Optional<Value> hardSigmoidInput(Value value) {
    return value
        .definingOp()
        .filter(op -> op.is(HardSigmoidOp.DEF))
        .map(HardSigmoidOp::new)
        .filter(op -> Ramp.isClose(op.alpha(), SIXTH) && op.beta() == 0.5f)
        .map(HardSigmoidOp::x);
  }
}
