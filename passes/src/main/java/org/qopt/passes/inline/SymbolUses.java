package org.qopt.passes.inline;

import com.google.common.collect.HashMultiset;
import com.google.common.collect.Multiset;
import com.google.common.collect.Sets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.qopt.dialect.func.FuncOp;
import org.qopt.ir.Operation;
import org.qopt.ir.attribute.StringAttr;
import org.qopt.ir.attribute.SymbolRefAttr;
import org.qopt.ir.attribute.SymbolReferences;
import org.qopt.ir.op.Traits;

/**
 * How often the functions of a module are named, and where. As in MLIR, a function goes when
 * nothing names it as it is looked at, or when its last call is inlined; what only functions name
 * that went so stays, for {@code symbol-dce}.
 */
final class SymbolUses {
  private final Map<String, Multiset<String>> inFunctions = new HashMap<>();
  private final Multiset<String> all = HashMultiset.create();
  private final Set<String> elsewhere = new HashSet<>();

  /**
   * The uses in all that {@code root} holds, those in the functions of {@code module} apart.
   *
   * @param graph the functions of {@code module}
   */
  SymbolUses(Operation root, Operation module, CallGraph graph) {
    Set<Operation> functions = Collections.newSetFromMap(new IdentityHashMap<>());
    for (FuncOp function : graph.functions()) {
      functions.add(function.operation());
      recount(function);
    }
    collectElsewhere(root, module, functions, Set.of());
  }

  // Names that a table between the module and whoever uses them has itself are not the module's.
  private void collectElsewhere(
      Operation operation, Operation module, Set<Operation> functions, Set<String> hidden) {
    if (functions.contains(operation)) {
      return;
    }
    collect(
        operation,
        reference -> {
          if (!hidden.contains(reference.root())) {
            elsewhere.add(reference.root());
          }
          elsewhere.addAll(reference.path().subList(1, reference.path().size()));
        });
    Set<String> inside =
        operation == module
            ? Set.of()
            : operation.has(Traits.SYMBOL_TABLE)
                ? Sets.union(hidden, namesIn(operation)).immutableCopy()
                : hidden;
    for (Operation inner : inside(operation)) {
      collectElsewhere(inner, module, functions, inside);
    }
  }

  private static Set<String> namesIn(Operation table) {
    return inside(table).stream()
        .flatMap(inner -> inner.attribute("sym_name", StringAttr.class).stream())
        .map(StringAttr::value)
        .collect(Collectors.toSet());
  }

  private static List<Operation> inside(Operation operation) {
    List<Operation> inside = new ArrayList<>();
    operation.regions().forEach(region -> region.blocks().forEach(b -> b.forEach(inside::add)));
    return inside;
  }

  private static void collect(Operation operation, Consumer<SymbolRefAttr> found) {
    SymbolReferences.in(operation.properties(), found);
    SymbolReferences.in(operation.attributes(), found);
  }

  /** Counts anew what {@code function} names, which was changed. */
  void recount(FuncOp function) {
    Multiset<String> named = HashMultiset.create();
    function.operation().walk(inner -> collect(inner, reference -> named.addAll(reference.path())));
    // Not Multisets.removeOccurrences, which looks at every name of the module.
    in(function.name()).forEachEntry(all::remove);
    all.addAll(named);
    inFunctions.put(function.name(), named);
  }

  private Multiset<String> in(String function) {
    return inFunctions.computeIfAbsent(function, _ -> HashMultiset.create());
  }

  /** {@return whether {@code function} may go, since nothing names it} */
  boolean isDead(FuncOp function) {
    return mayGo(function) && all.count(function.name()) == 0;
  }

  /**
   * A call in {@code caller} becomes what {@code callee} does.
   *
   * @return whether it was the last use of {@code callee}, which goes
   */
  boolean inlined(FuncOp caller, FuncOp callee) {
    boolean last = mayGo(callee) && all.count(callee.name()) == 1;
    Multiset<String> moved = HashMultiset.create(in(callee.name()));
    in(caller.name()).addAll(moved);
    in(caller.name()).remove(callee.name());
    all.remove(callee.name());
    if (last) {
      inFunctions.remove(callee.name());
    } else {
      all.addAll(moved);
    }
    return last;
  }

  private boolean mayGo(FuncOp function) {
    return !function.isDeclaration()
        && !elsewhere.contains(function.name())
        && function
            .operation()
            .attribute("sym_visibility", StringAttr.class)
            .filter(visibility -> !visibility.value().equals("public"))
            .isPresent();
  }
}
