package org.qopt.passes.match;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qopt.ir.Block;
import org.qopt.ir.Operation;
import org.qopt.ir.Region;
import org.qopt.ir.attribute.StringAttr;
import org.qopt.ir.attribute.SymbolRefAttr;
import org.qopt.ir.op.Traits;

/** What names mean in the symbol tables of a program, as it was when they were first looked up. */
public final class SymbolTables {
  private final Map<Operation, Map<String, Operation>> tables = new IdentityHashMap<>();

  /** {@return the symbol {@code name} directly in {@code holder}, if that has it} */
  public Optional<Operation> find(Operation holder, String name) {
    return Optional.ofNullable(tables.computeIfAbsent(holder, SymbolTables::table).get(name));
  }

  /** {@return what {@code reference} names, starting from the names in {@code table}} */
  public Optional<Operation> find(Operation table, SymbolRefAttr reference) {
    List<Operation> path = path(table, reference);
    return path.isEmpty() ? Optional.empty() : Optional.of(path.getLast());
  }

  /**
   * {@return what the parts of {@code reference} name, one in the other, starting from the names in
   * {@code table}; nothing if one of them names nothing}
   */
  public List<Operation> path(Operation table, SymbolRefAttr reference) {
    List<Operation> path = new ArrayList<>();
    Operation holder = table;
    for (String name : reference.path()) {
      Optional<Operation> found = find(holder, name);
      if (found.isEmpty()) {
        return List.of();
      }
      holder = found.get();
      path.add(holder);
    }
    return path;
  }

  /** {@return the innermost symbol table around {@code operation}, if it is in one} */
  public static Optional<Operation> around(Operation operation) {
    Optional<Operation> holder = operation.parentOp();
    while (holder.isPresent() && !holder.get().has(Traits.SYMBOL_TABLE)) {
      holder = holder.get().parentOp();
    }
    return holder;
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

  /** {@return what is directly in {@code operation}, in order} */
  public static List<Operation> inside(Operation operation) {
    List<Operation> inside = new ArrayList<>();
    for (Region region : operation.regions()) {
      for (Block block : region.blocks()) {
        block.forEach(inside::add);
      }
    }
    return inside;
  }
}
