package org.qopt.passes.annotate;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.qopt.dialect.calib.BiasOp;
import org.qopt.dialect.calib.FakeQuantOp;
import org.qopt.dialect.calib.ObserveOp;
import org.qopt.dialect.calib.WeightOp;
import org.qopt.dialect.func.FuncOp;
import org.qopt.ir.BlockArgument;
import org.qopt.ir.OpBuilder;
import org.qopt.ir.Operand;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.location.Location;
import org.qopt.ir.type.Type;
import org.qopt.pass.remark.Remark;
import org.qopt.quantize.NumberFormat;
import org.qopt.quantize.OpRule;
import org.qopt.quantize.OperandRole;
import org.qopt.quantize.QuantProfile;

/** Writes an {@link AnnotationPlan} into functions, as operations of the dialect {@code calib}. */
final class Annotator {
  /** The weights and biases that have been annotated, so that users of one share it. */
  private record WeightKey(Value constant, int axis) {}

  private record BiasKey(Value constant, Value input, Value weight) {}

  private final QuantProfile profile;
  private final Consumer<Remark> remarks;
  private final Map<ParameterClass, Long> groups = new IdentityHashMap<>();
  private final Map<WeightKey, Value> weights = new HashMap<>();
  private final Map<BiasKey, Value> biases = new HashMap<>();

  Annotator(QuantProfile profile, Consumer<Remark> remarks) {
    this.profile = profile;
    this.remarks = remarks;
  }

  /** Annotates {@code function}, whose operations all have rules or may stay float. */
  void annotate(FuncOp function) {
    QuantizedOps quantized = QuantizedOps.of(function, profile);
    AnnotationPlan plan = AnnotationPlan.of(function, profile, quantized);
    List<Operation> operations = function.entry().operations();
    // All arguments before the first operation, so that they stay in order.
    Operation first = operations.getFirst();
    plan.observed()
        .forEach(
            (value, set) ->
                observe(
                    value,
                    set,
                    quantized,
                    value instanceof BlockArgument
                        ? OpBuilder.before(first)
                        : OpBuilder.afterDefinition(value)));
    plan.requantized().forEach(this::requantize);
    operations.forEach(
        operation ->
            quantized.rule(operation).ifPresent(rule -> annotateConstants(operation, rule)));
  }

  private void observe(Value value, ParameterClass set, QuantizedOps quantized, OpBuilder builder) {
    Optional<Operation> fake = value.definingOp().filter(op -> op.is(FakeQuantOp.DEF));
    if (fake.isPresent()) {
      Value observed =
          insert(OpBuilder.before(fake.get()), fake.get().operand(0), fake.get().location(), set);
      value.replaceAllUsesWith(observed);
      fake.get().erase();
      return;
    }
    List<Operand> uses = value.uses();
    // What a float operation computes stays as exact as it is for other float operations; a
    // constant may be the weight of another operation.
    boolean everywhere = quantized.computes(value);
    Value observed = insert(builder, value, value.location(), set);
    for (Operand use : uses) {
      if (everywhere || isActivation(use, quantized)) {
        use.set(observed);
      }
    }
  }

  private boolean isActivation(Operand use, QuantizedOps quantized) {
    return quantized
        .rule(use.owner())
        .map(rule -> rule.role(use.index()))
        .map(role -> role instanceof OperandRole.Activation || role instanceof OperandRole.Shared)
        .orElse(!profile.hasIslands());
  }

  private void requantize(AnnotationPlan.Use use, ParameterClass set) {
    Value value = use.operation().operand(use.operand());
    remarks.accept(
        Remark.of(
                Remark.Kind.ANALYSIS,
                QuantAnnotatePass.NAME,
                "requantize",
                use.operation(),
                "operand %d of '%s' op is observed once more: its own scale and zero point are prescribed, and the other operands must not be cut to them"
                    .formatted(use.operand(), use.operation().name()))
            .with("operand", use.operand()));
    use.operation()
        .setOperand(
            use.operand(), insert(OpBuilder.before(use.operation()), value, value.location(), set));
  }

  private Value insert(OpBuilder builder, Value value, Location location, ParameterClass set) {
    OptionalLong group =
        set.isShared() && set.fixed().isEmpty()
            ? OptionalLong.of(groups.computeIfAbsent(set.root(), _ -> (long) groups.size()))
            : OptionalLong.empty();
    tell(value, location, set, group);
    return ObserveOp.create(builder, location, value, storage(set), group).operation().result();
  }

  private void tell(Value value, Location location, ParameterClass set, OptionalLong group) {
    Location place = value.definingOp().map(Operation::reportLocation).orElse(location);
    if (group.isPresent()) {
      remarks.accept(
          analysis("group", place, "the value shares one scale and zero point with its group")
              .with("group", group.getAsLong()));
    } else if (set.fixed().isPresent()) {
      remarks.accept(
          analysis("fixed", place, "the scale and zero point of the value are prescribed")
              .with("scale", set.fixed().get().scale())
              .with("zero-point", set.fixed().get().zeroPoint()));
    } else {
      remarks.accept(
          analysis("free", place, "the scale and zero point of the value follow from its range"));
    }
  }

  private static Remark analysis(String name, Location place, String message) {
    return Remark.of(Remark.Kind.ANALYSIS, QuantAnnotatePass.NAME, name, place, message);
  }

  private Type storage(ParameterClass set) {
    NumberFormat format = profile.activation();
    return set.fixed().map(format::fixed).orElseGet(() -> format.undecided(OptionalInt.empty()));
  }

  private void annotateConstants(Operation operation, OpRule rule) {
    for (int i = 0; i < operation.operandCount(); i++) {
      if (rule.role(i) instanceof OperandRole.Weight(int axis)) {
        operation.setOperand(i, weight(new WeightKey(operation.operand(i), axis)));
      }
    }
    for (int i = 0; i < operation.operandCount(); i++) {
      if (rule.role(i) instanceof OperandRole.Bias(int input, int weight)) {
        BiasKey key =
            new BiasKey(operation.operand(i), operation.operand(input), operation.operand(weight));
        operation.setOperand(i, bias(operation, key));
      }
    }
  }

  private Value weight(WeightKey key) {
    return weights.computeIfAbsent(
        key,
        _ ->
            WeightOp.create(
                    OpBuilder.afterDefinition(key.constant()),
                    key.constant().location(),
                    key.constant(),
                    profile.weight().undecided(OptionalInt.of(key.axis())),
                    profile.weight().markedAxis(OptionalInt.of(key.axis())))
                .operation()
                .result());
  }

  private Value bias(Operation user, BiasKey key) {
    return biases.computeIfAbsent(
        key,
        _ ->
            BiasOp.create(
                    OpBuilder.before(user),
                    key.constant().location(),
                    key.constant(),
                    key.input(),
                    key.weight(),
                    profile.bias().undecided(OptionalInt.empty()))
                .operation()
                .result());
  }
}
