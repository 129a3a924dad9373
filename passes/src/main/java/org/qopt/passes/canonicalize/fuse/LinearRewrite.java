package org.qopt.passes.canonicalize.fuse;

import java.util.List;
import java.util.Optional;
import org.qopt.dialect.nn.ConstantOp;
import org.qopt.dialect.nn.attr.Activation;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.location.Location;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.Shape;
import org.qopt.passes.match.Linear;
import org.qopt.rewrite.PatternResult;
import org.qopt.rewrite.Rewriter;

/**
 * Merges {@code y = activation(factor[c] * linear(x) + summand[c])} into the weights of {@code
 * linear}. The result takes the name of {@code y}.
 */
final class LinearRewrite {
  private LinearRewrite() {}

  /** {@return why nothing can be merged into what defines {@code value}, if that is so} */
  static Optional<String> obstacle(Optional<Linear> linear) {
    if (linear.isEmpty()) {
      return Optional.of("the operand's operation has no weights");
    }
    if (!linear.get().result().hasOneUse()) {
      return Optional.of("the operand has other users");
    }
    if (linear.get().activation() != Activation.NONE) {
      return Optional.of("the operand's operation has an activation");
    }
    return linear.get().constantBias().isEmpty()
        ? Optional.of("the bias is no constant")
        : Optional.empty();
  }

  /** Replaces {@code root}, which adds to the only use of {@code linear}, by a larger bias. */
  static PatternResult add(
      Operation root,
      Linear linear,
      double[] summand,
      Location summandLocation,
      Activation activation,
      Rewriter rewriter) {
    float[] bias = linear.constantBias().orElseThrow();
    float[] sum = new float[summand.length];
    for (int i = 0; i < sum.length; i++) {
      sum[i] = (float) (bias[i] + summand[i]);
    }
    Location biasLocation = linear.bias().map(Value::location).orElse(summandLocation);
    return replace(
        root,
        linear,
        linear.filter(),
        bias(linear, sum, biasLocation, rewriter),
        activation,
        rewriter);
  }

  /**
   * Replaces {@code root}, which multiplies the only use of {@code linear}, whose filter is
   * constant, and adds to it.
   */
  static PatternResult scale(
      Operation root,
      Linear linear,
      double[] factor,
      double[] summand,
      Location summandLocation,
      Activation activation,
      Rewriter rewriter) {
    float[] bias = linear.constantBias().orElseThrow();
    float[] sum = new float[factor.length];
    boolean hasBias = linear.bias().isPresent();
    for (int i = 0; i < sum.length; i++) {
      sum[i] = (float) (bias[i] * factor[i] + summand[i]);
      hasBias |= summand[i] != 0;
    }
    Value filter =
        ConstantOp.create(
                rewriter.builderBefore(linear.operation()),
                linear.filter().location(),
                scaled(linear, factor))
            .operation()
            .result();
    Location biasLocation = linear.bias().map(Value::location).orElse(summandLocation);
    Optional<Value> newBias =
        hasBias ? Optional.of(bias(linear, sum, biasLocation, rewriter)) : Optional.empty();
    return newBias.isPresent()
        ? replace(root, linear, filter, newBias.get(), activation, rewriter)
        : replace(
            root, linear, List.of(linear.operation().operand(0), filter), activation, rewriter);
  }

  private static Value bias(Linear linear, float[] values, Location location, Rewriter rewriter) {
    Tensor tensor = Tensor.of(Shape.of(values.length), values);
    return ConstantOp.create(rewriter.builderBefore(linear.operation()), location, tensor)
        .operation()
        .result();
  }

  private static Tensor scaled(Linear linear, double[] factor) {
    Tensor filter = linear.constantFilter().orElseThrow();
    float[] old = filter.floats();
    float[] values = new float[old.length];
    // There may be no channel at all, and then no element either.
    int channels = Math.max(1, factor.length);
    int perChannel = linear.channelAxis() == 0 ? old.length / channels : 1;
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (old[i] * factor[i / perChannel % channels]);
    }
    return Tensor.of(filter.shape(), values);
  }

  private static PatternResult replace(
      Operation root,
      Linear linear,
      Value filter,
      Value bias,
      Activation activation,
      Rewriter rewriter) {
    List<Value> operands = List.of(linear.operation().operand(0), filter, bias);
    return replace(root, linear, operands, activation, rewriter);
  }

  private static PatternResult replace(
      Operation root,
      Linear linear,
      List<Value> operands,
      Activation activation,
      Rewriter rewriter) {
    Operation operation = linear.operation();
    rewriter.modify(
        operation,
        () -> {
          operation.setOperands(operands);
          operation.setAttribute(Activation.NAME, activation.attribute());
          operation.setLocation(Rewriter.fuse(root, operation));
        });
    rewriter.replace(root, operation);
    return PatternResult.REWRITTEN;
  }
}
