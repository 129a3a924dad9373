package org.qopt.passes.annotate;

import com.google.common.collect.ImmutableList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.qopt.dialect.calib.FakeQuantOp;
import org.qopt.dialect.func.FuncOp;
import org.qopt.dialect.func.ReturnOp;
import org.qopt.ir.OpResult;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.quantize.OpRule;
import org.qopt.quantize.OperandRole;
import org.qopt.quantize.QuantProfile;
import org.qopt.quantize.ResultRule;
import org.qopt.quantize.ValueRange;
import org.qopt.quantize.recipe.RecipeRule;
import org.qopt.quantize.recipe.Setting;
import org.qopt.quantize.recipe.Settings;

/**
 * Which values of a function have which parameters in common.
 *
 * <p>Operations are visited in order, so that a value's set is known to be fixed or not before the
 * value is used. An operation whose result has the parameters of its operands joins their sets. A
 * set with prescribed parameters is joined by what is made of it alone (a reshape of a softmax),
 * never by other operands: they would be cut to a range that is not theirs. Such an operand is
 * requantized in front of the operation instead.
 */
final class AnnotationPlan {
  /** A use of a value under other parameters than the value's own. */
  record Use(Operation operation, int operand) {}

  private final QuantProfile profile;
  private final QuantizedOps quantized;
  private final RecipeUse recipe;
  private final Map<Value, ParameterClass> observed = new LinkedHashMap<>();
  private final Map<Use, ParameterClass> requantized = new LinkedHashMap<>();

  private AnnotationPlan(QuantProfile profile, QuantizedOps quantized, RecipeUse recipe) {
    this.profile = profile;
    this.quantized = quantized;
    this.recipe = recipe;
  }

  /**
   * {@return the plan for {@code function}, of whose operations {@code quantized} are quantized}
   */
  static AnnotationPlan of(
      FuncOp function, QuantProfile profile, QuantizedOps quantized, RecipeUse recipe) {
    AnnotationPlan plan = new AnnotationPlan(profile, quantized, recipe);
    if (!profile.hasIslands()) {
      function.arguments().stream().filter(FloatValues::isFloat).forEach(plan::classOf);
    }
    function.entry().forEach(plan::visit);
    return plan;
  }

  /** {@return the values to observe where they are defined, in that order, and their sets} */
  Map<Value, ParameterClass> observed() {
    return observed;
  }

  /** {@return the uses in front of which a value is observed once more} */
  Map<Use, ParameterClass> requantized() {
    return requantized;
  }

  private void visit(Operation operation) {
    if (operation.is(ReturnOp.DEF)) {
      if (profile.hasIslands()) {
        return;
      }
      operation.operands().stream().filter(FloatValues::isFloat).forEach(this::classOf);
      return;
    }
    if (operation.is(FakeQuantOp.DEF)) {
      visitFakeQuant(new FakeQuantOp(operation));
      return;
    }
    quantized.rule(operation).ifPresent(rule -> visit(operation, rule));
  }

  /** A fake quantization is itself the observation of its operand, with a range of its own. */
  private void visitFakeQuant(FakeQuantOp fake) {
    ParameterClass own = observed.get(fake.input());
    if (own != null && fake.input().hasOneUse() && !own.isShared() && own.fixed().isEmpty()) {
      observed.remove(fake.input());
    }
    Value result = fake.operation().result();
    ParameterClass asked = newClass(result);
    observed.put(
        result,
        asked.fixed().isPresent()
            ? asked
            : ParameterClass.of(new Prescription.OfRange(new ValueRange(fake.min(), fake.max())))
                .under(recipe.ofActivation(result), result));
  }

  private void visit(Operation operation, OpRule rule) {
    operands(operation, rule, OperandRole.Activation.class)
        .forEach(index -> classOf(operation.operand(index)));
    List<Integer> shared = operands(operation, rule, OperandRole.Shared.class);
    Optional<ParameterClass> joined =
        rule.result() instanceof ResultRule.SameAsOperands
            ? Optional.of(join(operation, shared))
            : Optional.empty();
    for (OpResult result : operation.results()) {
      if (FloatValues.isFloat(result)) {
        newClass(result, rule.result(), joined).ifPresent(set -> observed.put(result, set));
      }
    }
  }

  private Optional<ParameterClass> newClass(
      OpResult result, ResultRule rule, Optional<ParameterClass> joined) {
    return switch (rule) {
      case ResultRule.Free _ -> Optional.of(newClass(result));
      case ResultRule.Fixed fixed -> Optional.of(prescribed(result, fixed));
      case ResultRule.SameAsOperands _ -> joined.map(set -> member(set, result));
      case ResultRule.Untouched _ -> Optional.empty();
    };
  }

  /**
   * {@return a value by itself: its parameters follow from its range, or one that a recipe gives}
   */
  private ParameterClass newClass(Value value) {
    List<RecipeRule> rules = recipe.ofActivation(value);
    return Settings.of(rules)
        .find(Setting.Range.class)
        .map(given -> ParameterClass.of(new Prescription.OfRange(given.range())))
        .orElseGet(ParameterClass::free)
        .under(rules, value);
  }

  private ParameterClass prescribed(OpResult result, ResultRule.Fixed parameters) {
    List<RecipeRule> rules = recipe.ofActivation(result);
    refuseRange(
        rules, result, "'%s' op prescribes its parameters".formatted(result.owner().name()));
    return ParameterClass.of(new Prescription.OfOperation(parameters, profile.activation()))
        .under(rules, result);
  }

  private ParameterClass member(ParameterClass set, OpResult result) {
    ParameterClass member = newClass(result);
    if (member.fixed().isPresent()
        && set.fixed().isPresent()
        && !member.fixed().equals(set.fixed())) {
      refuseRange(
          recipe.ofActivation(result), result, "it is stored as an operand is, which has another");
    }
    set.union(member);
    return member;
  }

  private void refuseRange(List<RecipeRule> rules, Value value, String reason) {
    Settings.of(rules)
        .chosen(Setting.Range.class)
        .ifPresent(
            chosen -> {
              throw recipe.refusal(chosen, value, reason, "a rule without 'range'");
            });
  }

  /** {@return the set that the results are to be in} */
  private ParameterClass join(Operation operation, List<Integer> shared) {
    Set<ParameterClass> sets = new LinkedHashSet<>();
    shared.forEach(index -> sets.add(classOf(operation.operand(index)).root()));
    if (sets.size() == 1) {
      return sets.iterator().next();
    }
    Optional<ParameterClass> all = Optional.empty();
    for (int index : shared) {
      ParameterClass set = classOf(operation.operand(index));
      if (set.fixed().isPresent()) {
        set = ParameterClass.free();
        requantized.put(new Use(operation, index), set);
      }
      ParameterClass one = set;
      all = Optional.of(all.map(union -> union.union(one)).orElse(one));
    }
    return all.orElseGet(ParameterClass::free);
  }

  private ParameterClass classOf(Value value) {
    return observed.computeIfAbsent(value, this::newClass);
  }

  private static ImmutableList<Integer> operands(
      Operation operation, OpRule rule, Class<? extends OperandRole> kind) {
    return IntStream.range(0, operation.operandCount())
        .filter(index -> kind.isInstance(rule.role(index)))
        .filter(index -> FloatValues.isFloat(operation.operand(index)))
        .boxed()
        .collect(ImmutableList.toImmutableList());
  }
}
