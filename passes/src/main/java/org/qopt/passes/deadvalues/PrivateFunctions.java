package org.qopt.passes.deadvalues;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.qopt.dialect.builtin.ModuleOp;
import org.qopt.dialect.func.CallOp;
import org.qopt.dialect.func.FuncOp;
import org.qopt.dialect.func.ReturnOp;
import org.qopt.ir.Operation;
import org.qopt.ir.attribute.Attribute;
import org.qopt.ir.attribute.StringAttr;
import org.qopt.ir.attribute.SymbolReferences;

/**
 * The functions of a module of which all users are known: private ones with one block that are
 * referred to by calls only.
 */
final class PrivateFunctions {
  private final Map<String, FuncOp> functions = new HashMap<>();
  private final Map<String, List<CallOp>> calls = new HashMap<>();

  private PrivateFunctions() {}

  static PrivateFunctions of(Operation module) {
    PrivateFunctions found = new PrivateFunctions();
    for (Operation operation : new ModuleOp(module).opsOf(FuncOp.DEF)) {
      if (isClosed(operation)) {
        found.functions.put(new FuncOp(operation).name(), new FuncOp(operation));
      }
    }
    Set<String> escaped = new HashSet<>();
    module.walk(operation -> found.visit(operation, escaped));
    found.functions.keySet().removeAll(escaped);
    return found;
  }

  private void visit(Operation operation, Set<String> escaped) {
    if (operation.is(CallOp.DEF)) {
      CallOp call = new CallOp(operation);
      calls.computeIfAbsent(call.callee(), _ -> new ArrayList<>()).add(call);
      collect(operation.attributes(), escaped);
    } else {
      collect(operation.allAttributes(), escaped);
    }
  }

  private static void collect(Attribute attribute, Set<String> names) {
    SymbolReferences.in(attribute, reference -> names.add(reference.root()));
  }

  private static boolean isClosed(Operation function) {
    return function
            .attribute("sym_visibility", StringAttr.class)
            .filter(visibility -> visibility.value().equals("private"))
            .isPresent()
        && function.region(0).blocks().size() == 1
        && function
            .region(0)
            .blocks()
            .getFirst()
            .last()
            .filter(o -> o.is(ReturnOp.DEF))
            .isPresent();
  }

  /** {@return the function that {@code call} calls, if all its users are known} */
  Optional<FuncOp> callee(Operation call) {
    return Optional.ofNullable(functions.get(new CallOp(call).callee()));
  }

  /** {@return {@code operation} as one of these functions, if it is one} */
  Optional<FuncOp> find(Operation operation) {
    return operation.is(FuncOp.DEF)
        ? Optional.ofNullable(functions.get(new FuncOp(operation).name()))
            .filter(function -> function.operation() == operation)
        : Optional.empty();
  }

  /** {@return all these functions} */
  List<FuncOp> all() {
    return List.copyOf(functions.values());
  }

  /** {@return the calls of one of these functions} */
  List<CallOp> callsOf(FuncOp function) {
    return calls.getOrDefault(function.name(), List.of());
  }
}
