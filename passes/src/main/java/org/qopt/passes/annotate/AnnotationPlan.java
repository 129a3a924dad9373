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
  private final Map<Value, ParameterClass> observed = new LinkedHashMap<>();
  private final Map<Use, ParameterClass> requantized = new LinkedHashMap<>();

  private AnnotationPlan(QuantProfile profile, QuantizedOps quantized) {
    this.profile = profile;
    this.quantized = quantized;
  }

  /**
   * {@return the plan for {@code function}, of whose operations {@code quantized} are quantized}
   */
  static AnnotationPlan of(FuncOp function, QuantProfile profile, QuantizedOps quantized) {
    AnnotationPlan plan = new AnnotationPlan(profile, quantized);
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
    observed.put(
        fake.operation().result(),
        ParameterClass.of(profile.activation().parameters(new ValueRange(fake.min(), fake.max()))));
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
        newClass(rule.result(), joined).ifPresent(set -> observed.put(result, set));
      }
    }
  }

  private static Optional<ParameterClass> newClass(
      ResultRule rule, Optional<ParameterClass> joined) {
    return switch (rule) {
      case ResultRule.Free _ -> Optional.of(ParameterClass.free());
      case ResultRule.Fixed fixed -> Optional.of(ParameterClass.of(fixed));
      case ResultRule.SameAsOperands _ ->
          joined.map(
              set -> {
                ParameterClass member = ParameterClass.free();
                set.union(member);
                return member;
              });
      case ResultRule.Untouched _ -> Optional.empty();
    };
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
    return observed.computeIfAbsent(value, _ -> ParameterClass.free());
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
