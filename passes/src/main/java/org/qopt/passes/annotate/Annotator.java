package org.qopt.passes.annotate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.qopt.dialect.calib.BiasOp;
import org.qopt.dialect.calib.ObserveOp;
import org.qopt.dialect.calib.WeightOp;
import org.qopt.dialect.nn.ConstantOp;
import org.qopt.dialect.quant.DequantizeCastOp;
import org.qopt.dialect.quant.QuantizedType;
import org.qopt.ir.BlockArgument;
import org.qopt.ir.OpBuilder;
import org.qopt.ir.Operand;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.attribute.DenseElementsAttr;
import org.qopt.ir.location.Location;
import org.qopt.ir.op.ConstantElements;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.Type;
import org.qopt.pass.remark.Remark;
import org.qopt.quantize.NumberFormat;
import org.qopt.quantize.OpRule;
import org.qopt.quantize.OperandRole;
import org.qopt.quantize.QuantProfile;

/** Writes a {@link FunctionPlan} into its function, as operations of the dialect {@code calib}. */
final class Annotator {
  /** The weights and biases that have been annotated, so that users of one share it. */
  private record WeightKey(Value constant, NumberFormat format, int axis) {}

  private record BiasKey(Value constant, Value input, Value weight) {}

  private final QuantProfile profile;
  private final FunctionPlan plan;
  private final Map<ParameterClass, Long> groups;
  private final AnnotationRemarks tell;
  private final Map<WeightKey, Value> weights = new HashMap<>();
  private final Map<BiasKey, Value> biases = new HashMap<>();

  /**
   * Prepares the annotation of a function whose operations all have rules or may stay float.
   *
   * @param groups the numbers of groups, by what stands for a set; those of the whole module
   */
  Annotator(
      QuantProfile profile,
      FunctionPlan plan,
      Map<ParameterClass, Long> groups,
      Consumer<Remark> remarks) {
    this.profile = profile;
    this.plan = plan;
    this.groups = groups;
    this.tell = new AnnotationRemarks(remarks);
  }

  /** Annotates the function. */
  void annotate() {
    QuantizedOps quantized = plan.quantized();
    List<Operation> operations = plan.function().entry().operations();
    // All arguments before the first operation, so that they stay in order.
    Operation first = operations.getFirst();
    plan.values()
        .observed()
        .forEach(
            (value, set) ->
                observe(
                    value,
                    set,
                    quantized,
                    value instanceof BlockArgument
                        ? OpBuilder.before(first)
                        : OpBuilder.afterDefinition(value)));
    plan.values().requantized().forEach(this::requantize);
    operations.forEach(
        operation ->
            quantized.rule(operation).ifPresent(rule -> annotateConstants(operation, rule)));
    operations.stream()
        .filter(op -> FloatValues.isConstant(op) && !op.hasUses())
        .forEach(Operation::erase);
  }

  private void observe(Value value, ParameterClass set, QuantizedOps quantized, OpBuilder builder) {
    Optional<Operation> fake = value.definingOp().filter(AnnotationPlan::isObservation);
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
    tell.requantized(use);
    use.operation()
        .setOperand(
            use.operand(), insert(OpBuilder.before(use.operation()), value, value.location(), set));
  }

  private Value insert(OpBuilder builder, Value value, Location location, ParameterClass set) {
    OptionalLong group =
        set.isShared() && set.fixed().isEmpty()
            ? OptionalLong.of(groups.computeIfAbsent(set.root(), _ -> (long) groups.size()))
            : OptionalLong.empty();
    tell.activation(
        value.definingOp().map(Operation::reportLocation).orElse(location),
        set,
        group,
        plan.forms().activation(set));
    return ObserveOp.create(builder, location, value, storage(set), group).operation().result();
  }

  private Type storage(ParameterClass set) {
    NumberFormat format = plan.forms().activation(set);
    return set.fixed()
        .map(given -> format.fixed(given.in(format)))
        .orElseGet(() -> format.undecided(OptionalInt.empty()));
  }

  private void annotateConstants(Operation operation, OpRule rule) {
    for (int i = 0; i < operation.operandCount(); i++) {
      if (rule.role(i) instanceof OperandRole.Weight(int axis, _)) {
        operation.setOperand(
            i,
            weight(new WeightKey(operation.operand(i), plan.forms().weight(operation, i), axis)));
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
                    storage(key),
                    key.format().markedAxis(OptionalInt.of(key.axis())))
                .operation()
                .result());
  }

  private Type storage(WeightKey key) {
    Optional<QuantizedType> carried = plan.carried().of(key.constant());
    Optional<Tensor> elements = ConstantElements.of(key.constant());
    Type undecided = key.format().undecided(OptionalInt.of(key.axis()));
    if (carried.isEmpty() || elements.isEmpty()) {
      return undecided;
    }
    Optional<QuantizedType> same =
        CarriedTypes.exact(carried.get(), elements.get(), key.axis(), key.format());
    tell.weights(key.constant(), carried.get(), same);
    return same.<Type>map(type -> type).orElse(undecided);
  }

  private Value bias(Operation user, BiasKey key) {
    return biases.computeIfAbsent(
        key,
        _ ->
            BiasOp.create(
                    OpBuilder.before(user),
                    key.constant().location(),
                    integers(user, key.constant()),
                    key.input(),
                    key.weight(),
                    profile.bias().undecided(OptionalInt.empty()))
                .operation()
                .result());
  }

  /** {@return {@code constant}, from integers where the program has it so} */
  private Value integers(Operation user, Value constant) {
    Optional<CarriedParameters.Integers> integers = plan.carried().integers(constant);
    if (integers.isEmpty() || !(profile.bias() instanceof NumberFormat.Affine)) {
      return constant;
    }
    OpBuilder builder = OpBuilder.before(user);
    Value stored =
        ConstantOp.create(
                builder,
                constant.location(),
                DenseElementsAttr.of(integers.get().elements()),
                integers.get().type())
            .operation()
            .result();
    return DequantizeCastOp.create(builder, constant.location(), stored, constant.type())
        .operation()
        .result();
  }
}
