package org.qopt.passes.inline;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.qopt.dialect.func.CallOp;
import org.qopt.dialect.func.FuncOp;
import org.qopt.ir.Block;
import org.qopt.ir.Operation;
import org.qopt.ir.Region;
import org.qopt.ir.attribute.SymbolRefAttr;
import org.qopt.passes.match.SymbolTables;

/**
 * Which functions with a body call which, in a module and in those inside it; as it was when the
 * graph was made.
 */
final class CallGraph {
  private final SymbolTables tables = new SymbolTables();
  private final Map<FuncOp, Set<FuncOp>> callees = new LinkedHashMap<>();

  private CallGraph() {}

  /** {@return the graph of all functions in {@code root}} */
  static CallGraph of(Operation root) {
    CallGraph graph = new CallGraph();
    root.walk(
        operation -> {
          if (operation.is(FuncOp.DEF) && !new FuncOp(operation).isDeclaration()) {
            graph.callees.put(new FuncOp(operation), new LinkedHashSet<>());
          }
        });
    graph.callees.forEach(
        (function, called) ->
            function
                .operation()
                .walk(
                    inner -> {
                      if (inner.is(CallOp.DEF)) {
                        graph.callee(function, new CallOp(inner)).ifPresent(called::add);
                      }
                    }));
    return graph;
  }

  /** {@return all functions with a body, in order} */
  Collection<FuncOp> functions() {
    return callees.keySet();
  }

  /** {@return whether {@code function} has a body and is of this graph} */
  boolean holds(FuncOp function) {
    return callees.containsKey(function);
  }

  /** {@return the functions that {@code function} called at first, in order} */
  Set<FuncOp> callees(FuncOp function) {
    return callees.get(function);
  }

  /** {@return the function with a body that {@code call}, in {@code caller}, calls} */
  Optional<FuncOp> callee(FuncOp caller, CallOp call) {
    return find(caller, SymbolRefAttr.of(call.callee()));
  }

  /** {@return the function with a body that something in {@code user} refers to so} */
  Optional<FuncOp> find(FuncOp user, SymbolRefAttr reference) {
    return SymbolTables.around(user.operation()).flatMap(table -> find(table, reference));
  }

  /** {@return the function with a body that {@code reference} names in {@code table}} */
  Optional<FuncOp> find(Operation table, SymbolRefAttr reference) {
    return tables
        .find(table, reference)
        .filter(symbol -> symbol.is(FuncOp.DEF))
        .map(FuncOp::new)
        .filter(this::holds);
  }

  /** {@return the calls in {@code function}, as they are now, in the order of {@link #calls}} */
  static List<CallOp> callsIn(FuncOp function) {
    Deque<Block> open = new ArrayDeque<>(function.operation().region(0).blocks());
    List<CallOp> found = new ArrayList<>();
    collect(open, found);
    return found;
  }

  /**
   * {@return the calls in a block and in what it holds, in the order in which MLIR finds them:
   * those of a block before those inside its operations, and of blocks the last one first}
   */
  static List<CallOp> calls(Iterable<Operation> block) {
    Deque<Block> open = new ArrayDeque<>();
    List<CallOp> found = new ArrayList<>();
    collect(block, open, found);
    collect(open, found);
    return found;
  }

  private static void collect(Deque<Block> open, List<CallOp> found) {
    while (!open.isEmpty()) {
      collect(open.removeLast(), open, found);
    }
  }

  private static void collect(Iterable<Operation> block, Deque<Block> open, List<CallOp> found) {
    for (Operation operation : block) {
      if (operation.is(CallOp.DEF)) {
        found.add(new CallOp(operation));
      } else if (!operation.is(FuncOp.DEF)) {
        for (Region region : operation.regions()) {
          open.addAll(region.blocks());
        }
      }
    }
  }
}
