package org.qopt.rewrite.data;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Map;
import java.util.Optional;
import org.qopt.ir.OpResult;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.attribute.Attribute;
import org.qopt.ir.attribute.DictionaryAttr;
import org.qopt.ir.type.Type;

/**
 * What a matched operation must look like; binds its operands and what computes them.
 *
 * @param slot where the operation is bound
 * @param names what it may be called
 * @param attributes what its attributes must be
 * @param operands what its operands must be
 * @param otherwise the reason to give where it looks different, if the pattern says one
 */
record OperationShape(
    int slot,
    ImmutableSet<String> names,
    DictionaryAttr attributes,
    ImmutableList<OperandShape> operands,
    Optional<String> otherwise)
    implements Step {

  /** What an operand must be. */
  sealed interface OperandShape {
    /** Any value, or the one that is bound already; of a certain type, if that is said. */
    record Any(int slot, Optional<Type> type) implements OperandShape {}

    /**
     * The result of another matched operation.
     *
     * @param operation the number of that operation
     * @param index which result; without it, the only one
     * @param otherwise the reason to give where it is none
     */
    record ResultOf(int operation, Optional<Integer> index, Optional<String> otherwise)
        implements OperandShape {}
  }

  @Override
  public Optional<String> take(Bindings bindings) {
    return difference(bindings).map(difference -> otherwise.orElse(difference));
  }

  private Optional<String> difference(Bindings bindings) {
    Operation operation = bindings.operation(slot);
    if (!names.contains(operation.name())) {
      return Optional.of("it finds '%s' where it expects %s".formatted(operation.name(), quoted()));
    }
    if (operation.operandCount() != operands.size()) {
      return Optional.of(
          "'%s' has %d operands, not %d"
              .formatted(operation.name(), operation.operandCount(), operands.size()));
    }
    for (Map.Entry<String, Attribute> entry : attributes.entries().entrySet()) {
      Optional<Attribute> found = attribute(operation, entry.getKey());
      if (!found.equals(Optional.of(entry.getValue()))) {
        return Optional.of(
            "'%s' of '%s' is %s, not %s"
                .formatted(
                    entry.getKey(),
                    operation.name(),
                    found.map(Attribute::toString).orElse("not set"),
                    entry.getValue()));
      }
    }
    for (int i = 0; i < operands.size(); i++) {
      Optional<String> refusal = operand(operation, i, bindings);
      if (refusal.isPresent()) {
        return refusal;
      }
    }
    return Optional.empty();
  }

  /** {@return an attribute of an operation, or its default} */
  static Optional<Attribute> attribute(Operation operation, String name) {
    return operation
        .attribute(name)
        .or(() -> operation.def().flatMap(definition -> definition.defaultOf(name)));
  }

  private String quoted() {
    return "'" + String.join("' or '", names) + "'";
  }

  private Optional<String> operand(Operation operation, int index, Bindings bindings) {
    Value value = operation.operand(index);
    return switch (operands.get(index)) {
      case OperandShape.Any(int target, Optional<Type> type) -> {
        if (type.isPresent() && !type.get().equals(value.type())) {
          yield refusal(operation, index, "is of type " + value.type() + ", not " + type.get());
        }
        Optional<Bound> bound = bindings.find(target);
        bindings.bind(target, new Bound.ToValue(value));
        yield bound.isPresent() && !bound.equals(bindings.find(target))
            ? refusal(operation, index, "is another value than the pattern expects")
            : Optional.empty();
      }
      case OperandShape.ResultOf result ->
          produced(operation, index, value, result, bindings)
              .map(difference -> result.otherwise().orElse(difference));
    };
  }

  private static Optional<String> produced(
      Operation operation,
      int index,
      Value value,
      OperandShape.ResultOf result,
      Bindings bindings) {
    int producer = result.operation();
    if (!(value instanceof OpResult found)) {
      return refusal(operation, index, "is no operation's result");
    }
    boolean wrongResult =
        result.index().isPresent()
            ? found.index() != result.index().get()
            : found.owner().results().size() != 1;
    if (wrongResult) {
      return refusal(operation, index, "is another result of '" + found.owner().name() + "'");
    }
    Optional<Bound> bound = bindings.find(producer);
    if (bound.isPresent() && bindings.operation(producer) != found.owner()) {
      return refusal(operation, index, "is computed elsewhere than the pattern expects");
    }
    if (bound.isEmpty() && bindings.holds(found.owner())) {
      return refusal(operation, index, "is computed by an operation that is matched already");
    }
    bindings.bind(producer, new Bound.ToOperation(found.owner()));
    return Optional.empty();
  }

  private static Optional<String> refusal(Operation operation, int index, String what) {
    return Optional.of("operand #%d of '%s' %s".formatted(index, operation.name(), what));
  }
}
