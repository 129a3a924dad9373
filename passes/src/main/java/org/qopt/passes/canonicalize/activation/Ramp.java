package org.qopt.passes.canonicalize.activation;

import java.util.Optional;
import java.util.OptionalDouble;
import org.qopt.dialect.nn.AddOp;
import org.qopt.dialect.nn.DivOp;
import org.qopt.dialect.nn.MulOp;
import org.qopt.dialect.nn.attr.Activation;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.passes.match.Bounds;
import org.qopt.passes.match.Constants;

/**
 * A value that is {@code bounds(alpha * x + beta)}, by whatever operations it is computed.
 *
 * @param x what the function is applied to
 * @param alpha the slope
 * @param beta the value at 0
 * @param bounds what the sum is bounded to
 */
record Ramp(Value x, double alpha, double beta, Bounds bounds) {
  /** {@return the ramp that {@code value} is, if it is one that has no other users on its way} */
  static Optional<Ramp> of(Value value) {
    Optional<Operation> operation = value.definingOp();
    Optional<Bounds> bounds = operation.flatMap(Bounds::of);
    if (bounds.isPresent()) {
      Value inner = operation.get().operand(0);
      return inner.hasOneUse()
          ? sum(inner, Activation.NONE).map(ramp -> ramp.bounded(bounds.get()))
          : Optional.empty();
    }
    return operation
        .filter(op -> op.is(AddOp.DEF))
        .flatMap(
            op ->
                sum(value, Activation.of(op))
                    .map(ramp -> ramp.bounded(Bounds.of(Activation.of(op)))));
  }

  private Ramp bounded(Bounds by) {
    return new Ramp(x, alpha, beta, by);
  }

  private static Optional<Ramp> sum(Value value, Activation activation) {
    Optional<Operation> add =
        value
            .definingOp()
            .filter(op -> op.is(AddOp.DEF) && Activation.of(op) == activation)
            .filter(op -> sameType(op.operand(0), value));
    OptionalDouble beta =
        add.map(op -> Constants.uniform(op.operand(1))).orElse(OptionalDouble.empty());
    if (beta.isEmpty()) {
      return Optional.empty();
    }
    Value x = add.get().operand(0);
    return Optional.of(
        product(x, beta.getAsDouble())
            .orElse(new Ramp(x, 1, beta.getAsDouble(), Bounds.of(Activation.NONE))));
  }

  private static Optional<Ramp> product(Value value, double beta) {
    Optional<Operation> operation =
        value
            .definingOp()
            .filter(op -> op.is(MulOp.DEF) || op.is(DivOp.DEF))
            .filter(op -> value.hasOneUse() && Activation.of(op) == Activation.NONE)
            .filter(op -> sameType(op.operand(0), value));
    OptionalDouble alpha = operation.map(Ramp::factor).orElse(OptionalDouble.empty());
    return alpha.isPresent()
        ? Optional.of(
            new Ramp(
                operation.get().operand(0), alpha.getAsDouble(), beta, Bounds.of(Activation.NONE)))
        : Optional.empty();
  }

  /** {@return what a product or quotient multiplies its left operand by, if it is one number} */
  static OptionalDouble factor(Operation operation) {
    OptionalDouble constant = Constants.uniform(operation.operand(1));
    if (constant.isEmpty() || operation.is(MulOp.DEF)) {
      return constant;
    }
    return constant.getAsDouble() == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(1 / constant.getAsDouble());
  }

  private static boolean sameType(Value a, Value b) {
    return a.type().equals(b.type());
  }

  /** {@return whether this is {@code min(max(x + 3, 0), 6)}} */
  boolean isHardSwishGate() {
    return isClose(alpha, 1) && isClose(beta, 3) && bounds.equals(Bounds.of(Activation.RELU6));
  }

  /** {@return whether two numbers agree to a relative 1e-6} */
  static boolean isClose(double a, double b) {
    return Math.abs(a - b) <= 1e-6 * Math.abs(b);
  }
}
