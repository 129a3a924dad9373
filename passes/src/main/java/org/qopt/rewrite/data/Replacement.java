package org.qopt.rewrite.data;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.type.Type;
import org.qopt.rewrite.Rewriter;
import org.qopt.rewrite.TypeRefinement;

/**
 * A matched operation is replaced.
 *
 * @param target the number of the operation
 * @param values the numbers of what takes the place of its results
 * @param byNew whether that is one new operation, all of its results
 */
record Replacement(int target, ImmutableList<Integer> values, boolean byNew) {
  /**
   * {@return why it cannot be, if it cannot}
   *
   * @param gone the operations that the pattern takes away
   */
  Optional<String> refusal(Operation root, Bindings bindings, Set<Operation> gone) {
    Operation operation = bindings.operation(target);
    Optional<String> noValue =
        byNew
            ? Optional.empty()
            : values.stream().map(bindings::noValue).flatMap(Optional::stream).findFirst();
    if (noValue.isPresent()) {
      return noValue;
    }
    List<Type> types = byNew ? created(bindings).resultTypes() : types(bindings);
    if (types.size() != operation.results().size()) {
      return Optional.of(
          "'%s' has %d results, not %d"
              .formatted(operation.name(), operation.results().size(), types.size()));
    }
    for (int i = 0; i < types.size(); i++) {
      Type old = operation.result(i).type();
      boolean fits =
          byNew ? TypeRefinement.of(old, types.get(i)).isPresent() : types.get(i).equals(old);
      if (!fits) {
        return Optional.of(
            "a value of type %s cannot take the place of one of type %s"
                .formatted(types.get(i), old));
      }
    }
    return usedTooEarly(operation, root, gone)
        ? Optional.of("'%s' is used before the place of the new values".formatted(operation.name()))
        : Optional.empty();
  }

  // What takes the place is known at the root only; the users of the root itself come after it.
  private static boolean usedTooEarly(Operation operation, Operation root, Set<Operation> gone) {
    return operation != root
        && operation.results().stream()
            .flatMap(result -> result.users().stream())
            .anyMatch(
                user ->
                    !gone.contains(user)
                        && !(user.block().equals(root.block()) && root.isBefore(user)));
  }

  private Operation created(Bindings bindings) {
    return bindings.operation(values.getFirst());
  }

  private List<Type> types(Bindings bindings) {
    return values.stream().map(bindings::value).map(Value::type).toList();
  }

  void apply(Bindings bindings, Rewriter rewriter) {
    Operation operation = bindings.operation(target);
    if (byNew) {
      rewriter.replace(operation, created(bindings));
    } else {
      rewriter.replace(operation, values.stream().map(bindings::value).toList());
    }
  }
}
