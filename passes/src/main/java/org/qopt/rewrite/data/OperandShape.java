package org.qopt.rewrite.data;

import java.util.Optional;
import org.qopt.ir.OpResult;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.type.Type;

/** What an operand of a matched operation must be. */
sealed interface OperandShape {
  /**
   * Binds operand {@code index} of {@code operation}, or what computes it.
   *
   * @return why it is not what it must be, if it is not
   */
  Optional<String> refusal(Operation operation, int index, Bindings bindings);

  private static Optional<String> refusal(Operation operation, int index, String what) {
    return Optional.of("operand #" + index + " of '" + operation.name() + "' " + what);
  }

  /** Any value, or the one that is bound already; of a certain type, if that is said. */
  record Any(int slot, Optional<Type> type) implements OperandShape {
    @Override
    public Optional<String> refusal(Operation operation, int index, Bindings bindings) {
      Value value = operation.operand(index);
      if (type.isPresent() && !type.get().equals(value.type())) {
        return OperandShape.refusal(
            operation, index, "is of type " + value.type() + ", not " + type.get());
      }
      Optional<Bound> bound = bindings.find(slot);
      Bound now = new Bound.ToValue(value);
      bindings.bind(slot, now);
      return bound.isPresent() && !bound.get().equals(now)
          ? OperandShape.refusal(operation, index, "is another value than the pattern expects")
          : Optional.empty();
    }
  }

  /**
   * The result of another matched operation.
   *
   * @param producer the number of that operation
   * @param index which result; without it, the only one
   * @param otherwise the reason to give where it is none
   */
  record ResultOf(int producer, Optional<Integer> index, Optional<String> otherwise)
      implements OperandShape {
    @Override
    public Optional<String> refusal(Operation operation, int at, Bindings bindings) {
      Optional<String> difference = difference(operation, at, bindings);
      return difference.isPresent() && otherwise.isPresent() ? otherwise : difference;
    }

    private Optional<String> difference(Operation operation, int at, Bindings bindings) {
      if (!(operation.operand(at) instanceof OpResult found)) {
        return OperandShape.refusal(operation, at, "is no operation's result");
      }
      boolean wrongResult =
          index.isPresent() ? found.index() != index.get() : found.owner().results().size() != 1;
      if (wrongResult) {
        return OperandShape.refusal(
            operation, at, "is another result of '" + found.owner().name() + "'");
      }
      Optional<Bound> bound = bindings.find(producer);
      if (bound.isPresent() && bindings.operation(producer) != found.owner()) {
        return OperandShape.refusal(
            operation, at, "is computed elsewhere than the pattern expects");
      }
      if (bound.isEmpty() && bindings.holds(found.owner())) {
        return OperandShape.refusal(
            operation, at, "is computed by an operation that is matched already");
      }
      bindings.bind(producer, new Bound.ToOperation(found.owner()));
      return Optional.empty();
    }
  }
}
