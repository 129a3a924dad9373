package org.qopt.passes.inline;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.qopt.dialect.builtin.ModuleOp;
import org.qopt.dialect.func.CallOp;
import org.qopt.dialect.func.FuncOp;
import org.qopt.ir.Operation;

/** Which functions of a module call which. */
final class CallGraph {
  private final Map<String, FuncOp> functions = new LinkedHashMap<>();
  private final Map<String, List<CallOp>> calls = new LinkedHashMap<>();

  private CallGraph() {}

  /** {@return the graph of the functions directly in {@code module}} */
  static CallGraph of(Operation module) {
    CallGraph graph = new CallGraph();
    for (Operation operation : new ModuleOp(module).opsOf(FuncOp.DEF)) {
      FuncOp function = new FuncOp(operation);
      graph.functions.put(function.name(), function);
      graph.calls.put(function.name(), calls(function));
    }
    return graph;
  }

  /** {@return the calls in {@code function}, in order, as they are now} */
  static List<CallOp> calls(FuncOp function) {
    List<CallOp> found = new ArrayList<>();
    function
        .operation()
        .walk(
            inner -> {
              if (inner.is(CallOp.DEF)) {
                found.add(new CallOp(inner));
              }
            });
    return found;
  }

  /** {@return all functions of the module} */
  Collection<FuncOp> functions() {
    return functions.values();
  }

  /** {@return the function {@code name}, if the module has it} */
  Optional<FuncOp> function(String name) {
    return Optional.ofNullable(functions.get(name));
  }

  // As they were at first.
  private List<CallOp> callsIn(String name) {
    return calls.getOrDefault(name, List.of());
  }

  /** {@return whether the function {@code name} calls itself, directly or through others} */
  boolean isRecursive(String name) {
    Set<String> seen = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(name));
    while (!open.isEmpty()) {
      for (CallOp call : callsIn(open.pop())) {
        if (call.callee().equals(name)) {
          return true;
        }
        if (seen.add(call.callee())) {
          open.push(call.callee());
        }
      }
    }
    return false;
  }

  /** {@return the names of all functions, a function after those that it calls, where possible} */
  List<String> calleesFirst() {
    Set<String> entered = new HashSet<>();
    Set<String> done = new HashSet<>();
    List<String> order = new ArrayList<>();
    Deque<String> open = new ArrayDeque<>();
    for (String root : functions.keySet()) {
      open.push(root);
      while (!open.isEmpty()) {
        String name = open.peek();
        if (entered.add(name)) {
          callsIn(name).stream()
              .map(CallOp::callee)
              .filter(callee -> functions.containsKey(callee) && !entered.contains(callee))
              .forEach(open::push);
        } else {
          open.pop();
          if (done.add(name)) {
            order.add(name);
          }
        }
      }
    }
    return order;
  }
}
