package org.qopt.passes.symboldce;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.qopt.ir.Block;
import org.qopt.ir.Operation;
import org.qopt.ir.Region;
import org.qopt.ir.attribute.Attribute;
import org.qopt.ir.attribute.StringAttr;
import org.qopt.ir.attribute.SymbolRefAttr;
import org.qopt.ir.attribute.SymbolReferences;
import org.qopt.ir.op.Traits;

/**
 * Which symbols of a table, and of the tables inside it, are public or reached from what is not a
 * symbol that could go.
 */
final class LiveSymbols {
  private final Set<Operation> live = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Map<Operation, Map<String, Operation>> tables = new IdentityHashMap<>();
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
    for (Operation operation : inside(table)) {
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
    if (operation.has(Traits.SYMBOL_TABLE)) {
      references(operation.allAttributes(), operation);
      inside(operation).stream().filter(inner -> !canGo(inner)).forEach(this::mark);
      return;
    }
    references(operation.allAttributes(), operation);
    for (Operation inner : inside(operation)) {
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

  // The nearest table that has the name; a module is no way out for the verifier, but costs
  // nothing.
  private void resolve(SymbolRefAttr reference, Operation user) {
    Optional<Operation> holder = user.parentOp();
    while (holder.isPresent()) {
      Optional<Operation> found = find(holder.get(), reference.root());
      if (found.isPresent()) {
        markPath(found.get(), reference.path().subList(1, reference.path().size()));
        return;
      }
      holder = holder.get().parentOp();
    }
  }

  private void markPath(Operation symbol, List<String> rest) {
    mark(symbol);
    if (!rest.isEmpty()) {
      find(symbol, rest.getFirst())
          .ifPresent(inner -> markPath(inner, rest.subList(1, rest.size())));
    }
  }

  private Optional<Operation> find(Operation holder, String name) {
    return Optional.ofNullable(tables.computeIfAbsent(holder, LiveSymbols::table).get(name));
  }

  private static Map<String, Operation> table(Operation holder) {
    Map<String, Operation> table = new HashMap<>();
    // Functions hold none, and are many.
    if (holder.has(Traits.SYMBOL_TABLE) || holder.def().isEmpty()) {
      for (Operation operation : inside(holder)) {
        operation
            .attribute("sym_name", StringAttr.class)
            .ifPresent(name -> table.putIfAbsent(name.value(), operation));
      }
    }
    return table;
  }

  private static List<Operation> inside(Operation operation) {
    List<Operation> inside = new ArrayList<>();
    for (Region region : operation.regions()) {
      for (Block block : region.blocks()) {
        block.forEach(inside::add);
      }
    }
    return inside;
  }
}
