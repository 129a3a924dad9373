package org.qopt.passes.bind;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qopt.dialect.calib.ObserveOp;
import org.qopt.dialect.quant.QuantizedType;
import org.qopt.dialect.quant.QuantizedTypes;
import org.qopt.dialect.quant.UniformQuantizedType;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.attribute.IntegerAttr;
import org.qopt.ir.attribute.TypeAttr;
import org.qopt.ir.op.ConstantElements;
import org.qopt.ir.tensor.Tensor;
import org.qopt.quantize.AffineParameters;
import org.qopt.quantize.ValueRange;

/**
 * The scale and zero point of every observed value. They are given, or follow from the value's own
 * elements if it is constant, or from its calibrated range; members of a group share the union of
 * their ranges.
 */
final class ObservedParameters {
  private final RangeLookup lookup;
  private final Map<Operation, UniformQuantizedType> types = new LinkedHashMap<>();
  private final Map<Operation, ValueRange> ranges = new LinkedHashMap<>();
  private final Map<Long, ValueRange> groups = new HashMap<>();

  private ObservedParameters(RangeLookup lookup) {
    this.lookup = lookup;
  }

  /** {@return the parameters of all {@code calib.observe} among the operations} */
  static ObservedParameters of(List<Operation> operations, RangeLookup lookup) {
    ObservedParameters parameters = new ObservedParameters(lookup);
    List<Operation> observers = operations.stream().filter(op -> op.is(ObserveOp.DEF)).toList();
    observers.forEach(parameters::collect);
    parameters.lookup.reportMissing();
    observers.forEach(parameters::decide);
    return parameters;
  }

  /** {@return the parameters of the result of a {@code calib.observe}} */
  UniformQuantizedType of(Operation observer) {
    return types.get(observer);
  }

  /** {@return the parameters of a value: an observed one or one that has been dequantized} */
  Optional<UniformQuantizedType> of(Value value) {
    Optional<Operation> definition = value.definingOp();
    return definition
        .map(types::get)
        .or(
            () ->
                definition
                    .filter(op -> op.operandCount() == 1)
                    .flatMap(op -> QuantizedTypes.uniform(op.operand(0).type())));
  }

  private void collect(Operation observer) {
    if (storage(observer) instanceof UniformQuantizedType) {
      return;
    }
    Optional<ValueRange> range = range(observer);
    range.ifPresent(
        r -> {
          ranges.put(observer, r);
          group(observer).ifPresent(id -> groups.merge(id, r, ValueRange::union));
        });
  }

  private Optional<ValueRange> range(Operation observer) {
    Optional<Tensor> constant = ConstantElements.of(observed(observer));
    return constant.isPresent()
        ? Optional.of(ConstantRanges.of(constant.get(), observer))
        : lookup.range(observed(observer), observer);
  }

  private void decide(Operation observer) {
    QuantizedType storage = storage(observer);
    types.put(
        observer,
        storage instanceof UniformQuantizedType given
            ? given
            : AffineParameters.of(
                group(observer).map(groups::get).orElseGet(() -> ranges.get(observer)),
                storage.storage()));
  }

  /** {@return what a chain of observers starts with} */
  static Value observed(Operation observer) {
    Value value = observer.operand(0);
    while (value.definingOp().filter(op -> op.is(ObserveOp.DEF)).isPresent()) {
      value = value.definingOp().get().operand(0);
    }
    return value;
  }

  /** {@return the group that a {@code calib.observe} is in, if it is in one} */
  static Optional<Long> group(Operation observer) {
    return observer.attribute("group", IntegerAttr.class).map(IntegerAttr::asLong);
  }

  static QuantizedType storage(Operation operation) {
    return (QuantizedType) operation.required("storage", TypeAttr.class).value();
  }

  /** {@return the operations in {@code root} and what is nested in it, in order} */
  static List<Operation> all(Operation root) {
    List<Operation> all = new ArrayList<>();
    root.walk(all::add);
    return all;
  }
}
