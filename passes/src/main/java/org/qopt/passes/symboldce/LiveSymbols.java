package org.qopt.passes.symboldce;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.qopt.ir.Operation;
import org.qopt.ir.attribute.Attribute;
import org.qopt.ir.attribute.StringAttr;
import org.qopt.ir.attribute.SymbolRefAttr;
import org.qopt.ir.attribute.SymbolReferences;
import org.qopt.ir.op.Traits;
import org.qopt.passes.match.SymbolTables;

/**
 * Which symbols of a table, and of the tables inside it, are public or reached from what is not a
 * symbol that could go.
 */
final class LiveSymbols {
  private final Set<Operation> live = Collections.newSetFromMap(new IdentityHashMap<>());
  private final SymbolTables tables = new SymbolTables();
  private final Deque<Operation> open = new ArrayDeque<>();

  private LiveSymbols() {}

  static LiveSymbols of(Operation root) {
    LiveSymbols symbols = new LiveSymbols();
    symbols.mark(root);
    while (!symbols.open.isEmpty()) {
      symbols.propagate(symbols.open.pop());
    }
    return symbols;
  }

  /** {@return the symbols inside {@code root} that are not live, without what is inside of them} */
  List<Operation> dead(Operation root) {
    List<Operation> dead = new ArrayList<>();
    collectDead(root, dead);
    return dead;
  }

  private void collectDead(Operation table, List<Operation> dead) {
    for (Operation operation : SymbolTables.inside(table)) {
      if (isSymbol(operation) && !live.contains(operation)) {
        dead.add(operation);
      } else if (operation.has(Traits.SYMBOL_TABLE)) {
        collectDead(operation, dead);
      }
    }
  }

  private void mark(Operation operation) {
    if (live.add(operation)) {
      open.push(operation);
    }
  }

  // What is live in a table keeps what it refers to, in that table or in those around it.
  private void propagate(Operation operation) {
    references(operation.allAttributes(), operation);
    if (operation.has(Traits.SYMBOL_TABLE)) {
      SymbolTables.inside(operation).stream().filter(inner -> !canGo(inner)).forEach(this::mark);
      return;
    }
    for (Operation inner : SymbolTables.inside(operation)) {
      if (inner.has(Traits.SYMBOL_TABLE)) {
        mark(inner);
      } else {
        propagate(inner);
      }
    }
  }

  private static boolean canGo(Operation operation) {
    return isSymbol(operation)
        && operation
            .attribute("sym_visibility", StringAttr.class)
            .filter(visibility -> !visibility.value().equals("public"))
            .isPresent();
  }

  private static boolean isSymbol(Operation operation) {
    return operation.has(Traits.SYMBOL)
        && operation.attribute("sym_name", StringAttr.class).isPresent();
  }

  private void references(Attribute attribute, Operation user) {
    SymbolReferences.in(attribute, reference -> resolve(reference, user));
  }

  // As in MLIR, in the innermost table around the user, and all of the path or nothing of it.
  // What no dialect defines may be a table too.
  private void resolve(SymbolRefAttr reference, Operation user) {
    Optional<Operation> holder = user.parentOp();
    while (holder.isPresent()) {
      List<Operation> found = tables.path(holder.get(), reference);
      found.forEach(this::mark);
      if (!found.isEmpty() || holder.get().has(Traits.SYMBOL_TABLE)) {
        return;
      }
      holder = holder.get().parentOp();
    }
  }
}
