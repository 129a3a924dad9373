package org.qopt.passes.inline;

import com.google.common.collect.HashMultiset;
import com.google.common.collect.ImmutableMultiset;
import com.google.common.collect.Multiset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.qopt.dialect.builtin.Symbols;
import org.qopt.dialect.func.CallOp;
import org.qopt.dialect.func.FuncOp;
import org.qopt.ir.Block;
import org.qopt.ir.Operation;
import org.qopt.ir.Region;
import org.qopt.ir.attribute.SymbolRefAttr;
import org.qopt.ir.attribute.SymbolReferences;
import org.qopt.ir.op.Traits;

/**
 * How often functions name which. As in MLIR, a function goes when nothing names it as it is looked
 * at, or when its last call is inlined; what only functions name that went at the former occasion
 * stays, for {@code symbol-dce}.
 */
final class SymbolUses {
  private final CallGraph graph;
  // Those that may go, for all that is known outside of functions.
  private final Set<FuncOp> mayGo = new HashSet<>();
  private final Multiset<FuncOp> all = HashMultiset.create();
  private final Map<FuncOp, Multiset<FuncOp>> inBodies = new HashMap<>();
  // What the attributes of a function itself name; that stays behind when it is inlined.
  private final Map<FuncOp, Multiset<FuncOp>> inHeads = new HashMap<>();

  /** The uses in all that {@code root} holds, of which {@code graph} is the graph. */
  SymbolUses(Operation root, CallGraph graph) {
    this.graph = graph;
    graph.functions().stream()
        .filter(function -> !Symbols.isPublic(function.operation()))
        .forEach(mayGo::add);
    references(root).forEach(reference -> graph.find(root, reference).ifPresent(mayGo::remove));
    outside(root, root);
    graph.functions().forEach(this::recount);
  }

  // What is named outside of functions stays.
  private void outside(Operation operation, Operation table) {
    Operation inner = operation.has(Traits.SYMBOL_TABLE) ? operation : table;
    for (Region region : operation.regions()) {
      for (Block block : region.blocks()) {
        for (Operation one : block) {
          if (!one.is(FuncOp.DEF) || !graph.holds(new FuncOp(one))) {
            references(one)
                .forEach(reference -> graph.find(inner, reference).ifPresent(mayGo::remove));
            outside(one, inner);
          }
        }
      }
    }
  }

  // What one operation names twice counts once, as in MLIR.
  private static Set<SymbolRefAttr> references(Operation operation) {
    Set<SymbolRefAttr> found = new HashSet<>();
    SymbolReferences.in(operation.properties(), found::add);
    SymbolReferences.in(operation.attributes(), found::add);
    return found;
  }

  /** Counts anew what {@code function} names, which was changed. */
  void recount(FuncOp function) {
    forget(function);
    Multiset<FuncOp> body = HashMultiset.create();
    Multiset<FuncOp> head = HashMultiset.create();
    function
        .operation()
        .walk(
            inner -> {
              Multiset<FuncOp> named = inner == function.operation() ? head : body;
              references(inner)
                  .forEach(reference -> graph.find(function, reference).ifPresent(named::add));
            });
    inBodies.put(function, body);
    inHeads.put(function, head);
    all.addAll(body);
    all.addAll(head);
  }

  // Not Multisets.removeOccurrences, which looks at every function of the module.
  private void forget(FuncOp function) {
    in(inBodies, function).forEachEntry(all::remove);
    in(inHeads, function).forEachEntry(all::remove);
    inBodies.remove(function);
    inHeads.remove(function);
  }

  private static Multiset<FuncOp> in(Map<FuncOp, Multiset<FuncOp>> uses, FuncOp function) {
    return uses.getOrDefault(function, ImmutableMultiset.of());
  }

  /** {@return whether {@code function} may go, since nothing names it} */
  boolean isDead(FuncOp function) {
    return mayGo.contains(function) && all.count(function) == 0;
  }

  /**
   * {@code call}, in {@code caller}, is about to become what {@code callee} does.
   *
   * @return whether it is the last use of {@code callee}, which goes
   */
  boolean inlined(FuncOp caller, CallOp call, FuncOp callee) {
    boolean last = mayGo.contains(callee) && all.count(callee) == 1;
    Multiset<FuncOp> body = inBodies.get(caller);
    references(call.operation())
        .forEach(
            reference -> graph.find(caller, reference).filter(body::remove).ifPresent(all::remove));
    Multiset<FuncOp> moved = in(inBodies, callee);
    body.addAll(moved);
    all.addAll(moved);
    if (last) {
      forget(callee);
    }
    return last;
  }
}
