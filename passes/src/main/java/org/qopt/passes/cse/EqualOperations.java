package org.qopt.passes.cse;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.qopt.ir.Block;
import org.qopt.ir.Operation;
import org.qopt.ir.Region;
import org.qopt.ir.location.FusedLocation;
import org.qopt.ir.op.Traits;
import org.qopt.ir.verify.Dominance;
import org.qopt.pass.PassContext;
import org.qopt.rewrite.OperationKey;
import org.qopt.rewrite.OutputNames;

/** Merges equal operations, going through a program along its dominator trees. */
final class EqualOperations {
  private final Dominance dominance;
  private final PassContext context;
  // What is defined on every way to where we are; what is added in a scope leaves with it.
  private Map<OperationKey, Operation> known = new HashMap<>();
  private List<OperationKey> added = new ArrayList<>();
  private boolean changed;

  EqualOperations(Dominance dominance, PassContext context) {
    this.dominance = dominance;
    this.context = context;
  }

  /** {@return whether anything was merged or removed in what {@code operation} holds} */
  boolean merge(Operation operation) {
    regions(operation);
    return changed;
  }

  private void regions(Operation operation) {
    if (!operation.has(Traits.ISOLATED_FROM_ABOVE)) {
      operation.regions().forEach(this::region);
      return;
    }
    Map<OperationKey, Operation> outerKnown = known;
    List<OperationKey> outerAdded = added;
    known = new HashMap<>();
    added = new ArrayList<>();
    operation.regions().forEach(this::region);
    known = outerKnown;
    added = outerAdded;
  }

  /** A block whose dominated blocks are still to be visited, in the scope that it opened. */
  private record Open(Iterator<Block> rest, int scope) {}

  // Without recursion: a chain of blocks may be as long as the program.
  private void region(Region region) {
    Deque<Open> open = new ArrayDeque<>();
    region.entry().ifPresent(entry -> open.push(enter(entry)));
    while (!open.isEmpty()) {
      Open innermost = open.element();
      if (innermost.rest().hasNext()) {
        open.push(enter(innermost.rest().next()));
      } else {
        leave(open.pop().scope());
      }
    }
  }

  private Open enter(Block block) {
    int scope = added.size();
    for (Operation operation : block) {
      visit(operation);
    }
    boolean alone = block.region().orElseThrow().blocks().size() == 1;
    return new Open(
        alone ? List.<Block>of().iterator() : dominance.dominatedNext(block).iterator(), scope);
  }

  private void leave(int scope) {
    if (scope == 0) {
      known = new HashMap<>();
      added = new ArrayList<>();
      return;
    }
    List<OperationKey> own = added.subList(scope, added.size());
    own.forEach(known::remove);
    own.clear();
  }

  private void visit(Operation operation) {
    if (!operation.regions().isEmpty()) {
      regions(operation);
      return;
    }
    if (!operation.has(Traits.PURE) || operation.results().isEmpty()) {
      return;
    }
    if (!operation.hasUses()) {
      operation.erase();
      context.count("num-dce'd", 1);
      changed = true;
      return;
    }
    OperationKey key = OperationKey.of(operation);
    Operation first = known.putIfAbsent(key, operation);
    if (first == null) {
      added.add(key);
    } else {
      merge(operation, first);
      context.count("num-cse'd", 1);
      changed = true;
    }
  }

  private static void merge(Operation operation, Operation first) {
    if (!first.has(Traits.CONSTANT_LIKE)) {
      first.setLocation(FusedLocation.of(List.of(first.location(), operation.location())));
    }
    for (int i = 0; i < operation.results().size(); i++) {
      OutputNames.keep(operation.result(i), first.result(i));
    }
    operation.replaceAllUsesWith(first.results());
    operation.erase();
  }
}
