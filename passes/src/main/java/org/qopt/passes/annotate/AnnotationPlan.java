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
import org.qopt.dialect.calib.ObserveOp;
import org.qopt.dialect.func.FuncOp;
import org.qopt.dialect.func.ReturnOp;
import org.qopt.ir.OpResult;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.op.ConstantElements;
import org.qopt.passes.match.Bounds;
import org.qopt.quantize.NumberFormat;
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
  private final CarriedParameters carried;
  private final CarriedDerivation derivation;
  private final Map<Value, ParameterClass> observed = new LinkedHashMap<>();
  private final Map<Use, ParameterClass> requantized = new LinkedHashMap<>();

  private AnnotationPlan(
      QuantProfile profile, QuantizedOps quantized, RecipeUse recipe, CarriedParameters carried) {
    this.profile = profile;
    this.quantized = quantized;
    this.recipe = recipe;
    this.carried = carried;
    derivation = new CarriedDerivation(carried, quantized);
  }

  /**
   * {@return the plan for {@code function}, of whose operations {@code quantized} are quantized}
   */
  static AnnotationPlan of(
      FuncOp function,
      QuantProfile profile,
      QuantizedOps quantized,
      RecipeUse recipe,
      CarriedParameters carried) {
    AnnotationPlan plan = new AnnotationPlan(profile, quantized, recipe, carried);
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

  /** {@return the observed values whose parameters nothing says but a calibration} */
  List<Value> withoutParameters() {
    return observed.entrySet().stream()
        .filter(entry -> entry.getValue().fixed().isEmpty())
        .map(Map.Entry::getKey)
        .filter(value -> ConstantElements.of(value).isEmpty())
        .toList();
  }

  private void visit(Operation operation) {
    if (operation.is(ReturnOp.DEF)) {
      if (profile.hasIslands()) {
        return;
      }
      operation.operands().stream().filter(FloatValues::isFloat).forEach(this::classOf);
      return;
    }
    if (isObservation(operation)) {
      visitObservation(operation);
      return;
    }
    quantized.rule(operation).ifPresent(rule -> visit(operation, rule));
  }

  /**
   * A fake quantization, or a second one to other parameters, is itself the observation of its
   * operand, with parameters of its own. An operand that is to have others by itself keeps them;
   * one of which nothing is known takes these.
   */
  private void visitObservation(Operation observation) {
    Value input = observation.operand(0);
    Value result = observation.result();
    ParameterClass asked = newClass(result);
    if (asked.fixed().isEmpty()) {
      FakeQuantOp fake = new FakeQuantOp(observation);
      ValueRange range = new ValueRange(fake.min(), fake.max());
      asked.prescribe(new Prescription.OfRange(range));
    }
    ParameterClass own = observed.get(input);
    if (own != null && own.fixed().isEmpty() && input.hasOneUse() && !own.isShared()) {
      observed.remove(input);
    } else if (own != null && own.fixed().isEmpty()) {
      own.prescribe(asked.fixed().orElseThrow());
    }
    observed.put(result, asked);
  }

  /** {@return whether {@code operation} says by itself what parameters its operand has} */
  static boolean isObservation(Operation operation) {
    return operation.is(FakeQuantOp.DEF) || operation.is(ObserveOp.DEF);
  }

  private void visit(Operation operation, OpRule rule) {
    operands(operation, rule, OperandRole.Activation.class)
        .forEach(index -> classOf(operation.operand(index)));
    for (OpResult result : operation.results()) {
      if (FloatValues.isFloat(result)) {
        newClass(result, rule).ifPresent(set -> observed.put(result, set));
      }
    }
  }

  private Optional<ParameterClass> newClass(OpResult result, OpRule rule) {
    return switch (rule.result()) {
      case ResultRule.Free _ -> Optional.of(free(result));
      case ResultRule.Fixed fixed -> Optional.of(prescribed(result, fixed));
      case ResultRule.SameAsOperands _ ->
          Optional.of(join(result, operands(result.owner(), rule, OperandRole.Shared.class)));
      case ResultRule.Untouched _ -> Optional.empty();
    };
  }

  /**
   * {@return the set of a result that may have any parameters}
   *
   * <p>In a program that carries parameters, a result that cannot reach further than the operand is
   * stored as that is, or as what is left of its range, if nothing else is known of it. What only
   * cuts a value of which nothing is known hands its own parameters on to it.
   */
  private ParameterClass free(OpResult result) {
    ParameterClass set = newClass(result);
    Operation operation = result.owner();
    if (carried.isEmpty() || !derivation.staysWithinOperand(operation)) {
      return set;
    }
    Value input = operation.operand(0);
    ParameterClass own = classOf(input);
    if (set.fixed().isEmpty()) {
      own.fixed()
          .map(given -> CarriedDerivation.within(given, operation))
          .ifPresent(set::prescribe);
    } else if (own.fixed().isEmpty() && input.hasOneUse() && Bounds.of(operation).isPresent()) {
      own.prescribe(set.fixed().get());
    }
    return set;
  }

  /**
   * {@return a value by itself: its parameters follow from its range, or a recipe or the program
   * gives some; what a recipe says comes first}
   */
  private ParameterClass newClass(Value value) {
    List<RecipeRule> rules = recipe.ofActivation(value);
    return Settings.of(rules)
        .find(Setting.Range.class)
        .<Prescription>map(given -> new Prescription.OfRange(given.range()))
        .or(() -> derivation.said(value).map(Prescription.OfProgram::new))
        .map(ParameterClass::of)
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

  private void refuseRange(List<RecipeRule> rules, Value value, String reason) {
    Settings.of(rules)
        .chosen(Setting.Range.class)
        .ifPresent(
            chosen -> {
              throw recipe.refusal(chosen, value, reason, "a rule without 'range'");
            });
  }

  /** {@return the set that a result is to be in, which is stored as the operands are} */
  private ParameterClass join(OpResult result, List<Integer> shared) {
    ParameterClass member = newClass(result);
    if (member.fixed().filter(Prescription.OfProgram.class::isInstance).isPresent()) {
      return joinTo(member, result.owner(), shared);
    }
    ParameterClass set = join(result.owner(), shared);
    boolean conflict =
        member.fixed().isPresent()
            && set.fixed().isPresent()
            && !member.fixed().equals(set.fixed());
    if (conflict) {
      refuseRange(
          recipe.ofActivation(result), result, "it is stored as an operand is, which has another");
    }
    return set.union(member);
  }

  private ParameterClass join(Operation operation, List<Integer> shared) {
    Set<ParameterClass> sets = new LinkedHashSet<>();
    shared.forEach(index -> sets.add(classOf(operation.operand(index)).root()));
    if (sets.size() == 1) {
      return sets.iterator().next();
    }
    return joinTo(common(sets), operation, shared);
  }

  /**
   * {@return a set by itself for what several sets are put together to: its parameters are those of
   * all where the program says them, or follow from a range that holds all}
   */
  private ParameterClass common(Set<ParameterClass> sets) {
    List<Prescription> given =
        sets.stream().map(ParameterClass::fixed).flatMap(Optional::stream).distinct().toList();
    boolean known =
        sets.stream().allMatch(set -> set.fixed().isPresent())
            && given.stream().anyMatch(Prescription.OfProgram.class::isInstance);
    if (!known) {
      return ParameterClass.free();
    }
    return ParameterClass.of(
        given.size() == 1
            ? given.getFirst()
            : new Prescription.OfRange(
                given.stream().map(Prescription::range).reduce(ValueRange::union).orElseThrow()));
  }

  /**
   * {@return {@code set} with those of operands in it that have no other parameters; those that
   * have are requantized}
   */
  private ParameterClass joinTo(ParameterClass set, Operation operation, List<Integer> shared) {
    ParameterClass joined = set;
    for (int index : shared) {
      ParameterClass operand = classOf(operation.operand(index));
      if (operand.fixed().isPresent() && !isSame(operand, joined)) {
        operand = joined.fixed().map(ParameterClass::of).orElseGet(ParameterClass::free);
        requantized.put(new Use(operation, index), operand);
      }
      joined = joined.union(operand);
    }
    return joined;
  }

  private boolean isSame(ParameterClass operand, ParameterClass joined) {
    NumberFormat format = profile.activation();
    return joined.fixed().isPresent()
        && joined.fixed().get().in(format).equals(operand.fixed().orElseThrow().in(format));
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
