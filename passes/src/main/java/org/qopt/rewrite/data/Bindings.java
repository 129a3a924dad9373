package org.qopt.rewrite.data;

import java.util.Optional;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.rewrite.data.Bound.ToOperation;
import org.qopt.rewrite.data.Bound.ToValue;

/** What the values of a pattern, each known by a number, stand for so far. */
final class Bindings {
  private final Bound[] slots;

  Bindings(int size) {
    this(new Bound[size]);
  }

  private Bindings(Bound[] slots) {
    this.slots = slots;
  }

  Bindings copy() {
    return new Bindings(slots.clone());
  }

  void restore(Bindings other) {
    System.arraycopy(other.slots, 0, slots, 0, slots.length);
  }

  void bind(int slot, Bound bound) {
    slots[slot] = bound;
  }

  Optional<Bound> find(int slot) {
    return Optional.ofNullable(slots[slot]);
  }

  Bound at(int slot) {
    return slots[slot];
  }

  Operation operation(int slot) {
    return ((ToOperation) slots[slot]).operation();
  }

  /** {@return the value in a slot; of an operation, its only result} */
  Value value(int slot) {
    return slots[slot] instanceof ToOperation(Operation operation)
        ? operation.result()
        : ((ToValue) slots[slot]).value();
  }

  /** {@return why a slot has no value, if it holds an operation without exactly one result} */
  Optional<String> noValue(int slot) {
    return slots[slot] instanceof ToOperation(Operation operation)
            && operation.results().size() != 1
        ? Optional.of(
            "'%s' has %d results, not one".formatted(operation.name(), operation.results().size()))
        : Optional.empty();
  }

  /** {@return whether an operation is bound to {@code operation} already} */
  boolean holds(Operation operation) {
    for (Bound bound : slots) {
      if (bound instanceof ToOperation(Operation other) && other == operation) {
        return true;
      }
    }
    return false;
  }
}
