package org.qopt.rewrite.data;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.qopt.ir.Operation;
import org.qopt.ir.location.Location;
import org.qopt.rewrite.PatternResult;
import org.qopt.rewrite.Rewriter;

/**
 * What a pattern does where it matches. Everything is prepared and checked before the program is
 * touched.
 *
 * @param created the new operations, in order
 * @param replaced which operations are replaced, and by what
 * @param erased the numbers of operations that are erased
 */
record Changes(
    ImmutableList<NewOperation> created,
    ImmutableList<Replacement> replaced,
    ImmutableList<Integer> erased) {

  PatternResult apply(Operation root, Bindings bindings, Rewriter rewriter) {
    List<Operation> made = new ArrayList<>();
    Optional<String> refusal = prepare(root, bindings, made);
    if (refusal.isPresent()) {
      made.reversed().forEach(Operation::erase);
      return PatternResult.noMatch(refusal.get());
    }
    made.forEach(operation -> rewriter.builderBefore(root).insert(operation));
    replaced.forEach(replacement -> replacement.apply(bindings, rewriter));
    List<Operation> gone = erased.stream().map(bindings::operation).toList();
    // They may use each other, in any order.
    gone.forEach(operation -> rewriter.modify(operation, () -> operation.setOperands(List.of())));
    gone.forEach(rewriter::erase);
    return PatternResult.REWRITTEN;
  }

  private Optional<String> prepare(Operation root, Bindings bindings, List<Operation> made) {
    for (NewOperation one : created) {
      Optional<String> refusal = one.make(location(one, root, bindings), bindings, made);
      if (refusal.isPresent()) {
        return refusal;
      }
    }
    for (Replacement replacement : replaced) {
      Optional<String> refusal = replacement.refusal(root, bindings, gone(bindings));
      if (refusal.isPresent()) {
        return refusal;
      }
    }
    Set<Operation> gone = gone(bindings);
    return erased.stream()
        .map(bindings::operation)
        .filter(operation -> isUsedBesides(operation, gone))
        .findFirst()
        .map(operation -> "'%s' is to be erased, but is used".formatted(operation.name()));
  }

  // A new value has the place, and with it the name, of the one that it stands for.
  private Location location(NewOperation one, Operation root, Bindings bindings) {
    return replaced.stream()
        .filter(replacement -> replacement.values().contains(one.slot()))
        .findFirst()
        .map(replacement -> bindings.operation(replacement.target()))
        .orElse(root)
        .location();
  }

  private Set<Operation> gone(Bindings bindings) {
    Set<Operation> gone = new HashSet<>();
    erased.forEach(slot -> gone.add(bindings.operation(slot)));
    replaced.forEach(replacement -> gone.add(bindings.operation(replacement.target())));
    return gone;
  }

  private static boolean isUsedBesides(Operation operation, Set<Operation> gone) {
    return operation.results().stream().anyMatch(result -> !gone.containsAll(result.users()));
  }
}
