package org.qopt.passes.annotate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.qopt.dialect.func.FuncOp;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.type.TensorType;
import org.qopt.quantize.OpRule;
import org.qopt.quantize.OperandRole;
import org.qopt.quantize.QuantProfile;

/**
 * Decides where the shore between quantized and float operations lies. Casts cost time for each
 * element. The anchors are worth them; any other operation is quantized only where fewer elements
 * are cast that way, so that neither a lone cheap operation between float ones is quantized nor a
 * movement of data that ends in float.
 */
final class Islands {
  private final QuantProfile profile;
  private final RecipeUse recipe;
  private final Set<Operation> unknown;
  private final Map<Operation, OpRule> quantized = new LinkedHashMap<>();

  /** Decides for a profile; of {@code unknown} operations no quantized form is known. */
  Islands(QuantProfile profile, RecipeUse recipe, Set<Operation> unknown) {
    this.profile = profile;
    this.recipe = recipe;
    this.unknown = unknown;
  }

  /** {@return the operations of {@code function} that are quantized, with their rules} */
  Map<Operation, OpRule> quantized(FuncOp function) {
    if (function.operation().region(0).blocks().size() > 1) {
      return quantized;
    }
    function.entry().forEach(this::take);
    if (profile.hasIslands()) {
      // Each round takes some out, and one that takes out none is the last.
      while (quantized.keySet().removeIf(this::isBetterFloat)) {}
    }
    return quantized;
  }

  private void take(Operation operation) {
    if (unknown.contains(operation)
        || FloatValues.concerns(operation) && recipe.keepsFloat(operation)) {
      return;
    }
    Optional<OpRule> rule = profile.rule(operation.name());
    if (rule.isPresent()
        && FloatValues.concerns(operation)
        && (!profile.hasIslands() || QuantizedOps.firstBroken(rule.get(), operation).isEmpty())) {
      quantized.put(operation, rule.get());
    }
  }

  private boolean isBetterFloat(Operation operation) {
    return !profile.anchors().contains(operation.name())
        && castIfQuantized(operation) >= castIfFloat(operation);
  }

  /** {@return how many elements are cast only because {@code operation} is quantized} */
  private double castIfQuantized(Operation operation) {
    double operands =
        activations(operation)
            .filter(value -> !isQuantized(value))
            .filter(value -> value.users().stream().noneMatch(u -> u != operation && takes(u)))
            .mapToDouble(Islands::size)
            .sum();
    return operands
        + operation.results().stream()
            .filter(result -> !result.users().stream().allMatch(this::takes))
            .mapToDouble(Islands::size)
            .sum();
  }

  /** {@return how many elements are cast only because {@code operation} is float} */
  private double castIfFloat(Operation operation) {
    double operands =
        activations(operation)
            .filter(this::isQuantized)
            .filter(value -> value.users().stream().allMatch(u -> u == operation || takes(u)))
            .mapToDouble(Islands::size)
            .sum();
    return operands
        + operation.results().stream()
            .filter(result -> result.users().stream().anyMatch(this::takes))
            .mapToDouble(Islands::size)
            .sum();
  }

  /** The different values whose casts are not done before the program runs. */
  private Stream<Value> activations(Operation operation) {
    OpRule rule = quantized.get(operation);
    List<Value> operands = operation.operands();
    return Stream.iterate(0, i -> i < operands.size(), i -> i + 1)
        .filter(i -> isActivation(rule.role(i)))
        .<Value>map(operands::get)
        .filter(value -> value.definingOp().filter(FloatValues::isConstant).isEmpty())
        .distinct();
  }

  private static boolean isActivation(OperandRole role) {
    return role instanceof OperandRole.Activation || role instanceof OperandRole.Shared;
  }

  private boolean isQuantized(Value value) {
    return value.definingOp().filter(quantized::containsKey).isPresent();
  }

  private boolean takes(Operation user) {
    return quantized.containsKey(user);
  }

  private static double size(Value value) {
    return value.type() instanceof TensorType type && type.shape().isStatic()
        ? type.shape().elements()
        : 0;
  }
}
