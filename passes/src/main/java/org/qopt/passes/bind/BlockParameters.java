package org.qopt.passes.bind;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.qopt.dialect.bfp.BlockType;
import org.qopt.dialect.bfp.Exponents;
import org.qopt.dialect.calib.BiasOp;
import org.qopt.dialect.calib.ObserveOp;
import org.qopt.dialect.calib.WeightOp;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.attribute.TypeAttr;
import org.qopt.ir.op.ConstantElements;
import org.qopt.ir.tensor.ElementKind;
import org.qopt.ir.tensor.Tensor;
import org.qopt.quantize.BlockExponents;
import org.qopt.quantize.ValueRange;

/**
 * The exponents of every value that is marked to be stored as block floating point, where they are
 * not dynamic: of activations from their ranges, united over groups; of weights from themselves; of
 * a bias the larger of its own and that of the products that it is added to, so that it is shifted
 * to the left only.
 */
final class BlockParameters {
  private final RangeLookup lookup;
  private final Map<Operation, BlockType> types = new LinkedHashMap<>();
  private final Map<Operation, ValueRange> ranges = new HashMap<>();
  private final Map<Long, ValueRange> groups = new HashMap<>();

  private BlockParameters(RangeLookup lookup) {
    this.lookup = lookup;
  }

  /** {@return the types of all marks for block floating point among the operations} */
  static BlockParameters of(List<Operation> operations, RangeLookup lookup) {
    BlockParameters parameters = new BlockParameters(lookup);
    List<Operation> marks = operations.stream().filter(BlockParameters::isMark).toList();
    marks.stream().filter(op -> op.is(ObserveOp.DEF)).forEach(parameters::collect);
    parameters.lookup.reportMissing();
    marks.stream().filter(op -> op.is(ObserveOp.DEF)).forEach(parameters::decideObserved);
    marks.stream().filter(op -> op.is(WeightOp.DEF)).forEach(parameters::decideWeight);
    marks.stream().filter(op -> op.is(BiasOp.DEF)).forEach(parameters::decideBias);
    return parameters;
  }

  /** {@return whether {@code operation} marks a value to be stored as block floating point} */
  static boolean isMark(Operation operation) {
    return (operation.is(ObserveOp.DEF) || operation.is(WeightOp.DEF) || operation.is(BiasOp.DEF))
        && operation.required("storage", TypeAttr.class).value() instanceof BlockType;
  }

  /** {@return the types, by mark} */
  Map<Operation, BlockType> types() {
    return types;
  }

  private static BlockType storage(Operation mark) {
    return (BlockType) mark.required("storage", TypeAttr.class).value();
  }

  private void collect(Operation observer) {
    if (!(storage(observer).exponents() instanceof Exponents.Undecided)) {
      return;
    }
    Value observed = ObservedParameters.observed(observer);
    Optional<Tensor> constant = ConstantElements.of(observed);
    Optional<ValueRange> range =
        constant.isPresent()
            ? Optional.of(ConstantRanges.of(constant.get(), observer))
            : lookup.range(observed, observer);
    range.ifPresent(
        r -> {
          ranges.put(observer, r);
          ObservedParameters.group(observer)
              .ifPresent(id -> groups.merge(id, r, ValueRange::union));
        });
  }

  private void decideObserved(Operation observer) {
    BlockType storage = storage(observer);
    if (!(storage.exponents() instanceof Exponents.Undecided)) {
      types.put(observer, storage);
      return;
    }
    ValueRange range =
        ObservedParameters.group(observer).map(groups::get).orElseGet(() -> ranges.get(observer));
    types.put(observer, storage.with(Exponents.Static.of(BlockExponents.of(range, storage))));
  }

  private void decideWeight(Operation weight) {
    Tensor constant = WeightParameters.constant(weight);
    ConstantRanges.requireFinite(constant, weight);
    types.put(weight, BlockExponents.decide(storage(weight), constant.cast(ElementKind.F32)));
  }

  private void decideBias(Operation bias) {
    Tensor constant = WeightParameters.constant(bias);
    ConstantRanges.requireFinite(constant, bias);
    BlockType own = BlockExponents.decide(storage(bias), constant.cast(ElementKind.F32));
    OptionalInt products = products(bias);
    boolean raised =
        storage(bias).exponents() instanceof Exponents.Undecided && products.isPresent();
    types.put(
        bias,
        raised
            ? own.with(Exponents.Static.of(Math.max(own.exponent(), products.getAsInt())))
            : own);
  }

  /**
   * {@return the largest exponent of the products that {@code bias} is added to, if it is known}
   */
  private OptionalInt products(Operation bias) {
    Optional<Exponents.Static> input = exponents(bias.operand(1));
    Optional<Exponents.Static> weight = exponents(bias.operand(2));
    return input.isEmpty() || weight.isEmpty()
        ? OptionalInt.empty()
        : OptionalInt.of(
            input.get().values().get(0) + weight.get().values().stream().max().orElse(0));
  }

  private Optional<Exponents.Static> exponents(Value value) {
    return value
        .definingOp()
        .flatMap(
            op ->
                Optional.ofNullable(types.get(op))
                    .or(
                        () ->
                            op.operandCount() == 1
                                ? BlockType.of(op.operand(0).type())
                                : Optional.empty()))
        .flatMap(BlockType::staticExponents);
  }
}
