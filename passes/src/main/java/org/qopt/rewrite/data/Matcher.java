package org.qopt.rewrite.data;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.qopt.ir.Operation;

/**
 * Finds what the values of a pattern stand for. Most of it follows from the root; where an
 * operation is only connected through another that uses the same value, all users are tried.
 *
 * @param slots how many values the pattern has
 * @param root the number of the root
 * @param stages what to do in order
 */
record Matcher(int slots, int root, ImmutableList<Stage> stages) {
  /** A part of the way to a match. */
  sealed interface Stage {
    /** A step with one outcome. */
    record Fixed(Step step) implements Stage {}

    /** Binds {@code operation} to a user of {@code value} and goes on; else tries the next. */
    record AnyUser(int value, int operation) implements Stage {}
  }

  /** {@return bindings of the root alone} */
  Bindings bindings(Operation operation) {
    Bindings bindings = new Bindings(slots);
    bindings.bind(root, new Bound.ToOperation(operation));
    return bindings;
  }

  /**
   * Binds everything.
   *
   * @return why the pattern does not apply, if it does not
   */
  Optional<String> match(Bindings bindings) {
    return go(0, bindings);
  }

  private Optional<String> go(int from, Bindings bindings) {
    for (int i = from; i < stages.size(); i++) {
      Stage stage = stages.get(i);
      if (stage instanceof Stage.AnyUser user) {
        return choose(user, i + 1, bindings);
      }
      Optional<String> refusal = ((Stage.Fixed) stage).step().take(bindings);
      if (refusal.isPresent()) {
        return refusal;
      }
    }
    return Optional.empty();
  }

  // Only what stands before the root: its results are known where new operations are inserted.
  private Optional<String> choose(Stage.AnyUser choice, int next, Bindings bindings) {
    Operation rootOp = bindings.operation(root);
    Optional<String> refusal = Optional.empty();
    Bindings before = bindings.copy();
    for (Operation user : bindings.value(choice.value()).users()) {
      boolean fits =
          !bindings.holds(user)
              && user.block().equals(rootOp.block())
              && user.block().isPresent()
              && user.isBefore(rootOp);
      if (fits) {
        bindings.bind(choice.operation(), new Bound.ToOperation(user));
        Optional<String> why = go(next, bindings);
        if (why.isEmpty()) {
          return why;
        }
        refusal = refusal.or(() -> why);
        bindings.restore(before);
      }
    }
    return refusal.or(() -> Optional.of("nothing else before it uses the same value"));
  }
}
