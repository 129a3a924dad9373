package org.qopt.passes.annotate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.qopt.dialect.func.FuncOp;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.type.FloatType;
import org.qopt.ir.type.ShapedType;
import org.qopt.quantize.BrokenLimit;
import org.qopt.quantize.Limit;
import org.qopt.quantize.OpRule;
import org.qopt.quantize.QuantProfile;

/**
 * Which operations of a function are quantized, and by which rules.
 *
 * @param rules the rules, by operation
 */
record QuantizedOps(Map<Operation, OpRule> rules) {
  private static final Limit F32_ONLY =
      new Limit("floats must be f32", "convert the model to f32", _ -> Optional.empty());

  /**
   * {@return those of {@code function}: all that have a rule, or, where islands are allowed, all
   * that have a form which is worth its casts; but for {@code unknown} and what a recipe keeps
   * float}
   */
  static QuantizedOps of(
      FuncOp function, QuantProfile profile, RecipeUse recipe, Set<Operation> unknown) {
    return new QuantizedOps(new Islands(profile, recipe, unknown).quantized(function));
  }

  /** {@return the first limit that {@code operation}, which has this rule, breaks, if it does} */
  static Optional<BrokenLimit> firstBroken(OpRule rule, Operation operation) {
    return rule.firstBroken(operation).or(() -> otherFloat(operation));
  }

  private static Optional<BrokenLimit> otherFloat(Operation operation) {
    return Stream.concat(operation.operands().stream(), operation.results().stream())
        .filter(FloatValues::isFloat)
        .filter(value -> ((ShapedType) value.type()).elementType() != FloatType.F32)
        .findFirst()
        .map(value -> new BrokenLimit(F32_ONLY, value.type().toString()));
  }

  /** {@return the rule of {@code operation}, if it is quantized} */
  Optional<OpRule> rule(Operation operation) {
    return Optional.ofNullable(rules.get(operation));
  }

  /** {@return the quantized operations that compute one of {@code values} or take it as numbers} */
  List<Operation> thatConcern(List<Value> values) {
    return values.stream()
        .flatMap(value -> Stream.concat(value.definingOp().stream(), value.users().stream()))
        .filter(rules::containsKey)
        .toList();
  }

  /** {@return whether {@code value} is computed by an operation that is quantized} */
  boolean computes(Value value) {
    return value.definingOp().filter(rules::containsKey).isPresent();
  }
}
