package org.qopt.ir.verify;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qopt.dialect.func.CallOp;
import org.qopt.dialect.func.ConstantOp;
import org.qopt.dialect.func.FuncOp;
import org.qopt.ir.Block;
import org.qopt.ir.Operation;
import org.qopt.ir.attribute.StringAttr;
import org.qopt.ir.attribute.SymbolRefAttr;
import org.qopt.ir.attribute.TypeAttr;
import org.qopt.ir.diagnostic.Diagnostic;
import org.qopt.ir.diagnostic.DiagnosticKind;
import org.qopt.ir.op.Traits;
import org.qopt.ir.type.FunctionType;
import org.qopt.ir.type.Type;

/**
 * Names are given once, and calls name a function whose types they have. Names that are given
 * outside of what is verified are not looked up, as in MLIR: that would take time for every
 * function of a module, and other threads may be changing what is there.
 */
final class SymbolRules {
  private final Report report;
  private final Operation root;
  private final Map<Operation, Map<String, Operation>> tables = new IdentityHashMap<>();

  /** The rules for {@code root} and all that it holds. */
  SymbolRules(Report report, Operation root) {
    this.report = report;
    this.root = root;
  }

  void check(Operation operation) {
    if (operation.has(Traits.SYMBOL_TABLE)) {
      table(operation);
    }
    // A name is optional for some, such as the module.
    if (operation.has(Traits.SYMBOL) && operation.attribute("sym_name").isPresent()) {
      boolean misplaced =
          operation
              .parentOp()
              .filter(parent -> parent.def().isPresent() && !parent.has(Traits.SYMBOL_TABLE))
              .isPresent();
      if (misplaced) {
        report.op(
            DiagnosticKind.SYMBOL, operation, "symbol's parent must have the SymbolTable trait");
      }
    }
    if (operation.is(CallOp.DEF)) {
      call(operation);
    } else if (operation.is(ConstantOp.DEF)) {
      constant(operation);
    }
  }

  private Map<String, Operation> table(Operation holder) {
    Map<String, Operation> known = tables.get(holder);
    if (known != null) {
      return known;
    }
    Map<String, Operation> symbols = new HashMap<>();
    tables.put(holder, symbols);
    for (Block block : holder.regions().isEmpty() ? List.<Block>of() : holder.region(0).blocks()) {
      for (Operation symbol : block) {
        Optional<String> name =
            symbol.attribute("sym_name", StringAttr.class).map(StringAttr::value);
        Optional<Operation> before = name.map(n -> symbols.putIfAbsent(n, symbol));
        before
            .filter(_ -> holder.has(Traits.SYMBOL_TABLE))
            .ifPresent(
                other ->
                    report.report(
                        symbol,
                        Diagnostic.error(
                                symbol.reportLocation(),
                                "redefinition of symbol named '" + name.get() + "'")
                            .as(DiagnosticKind.SYMBOL)
                            .withNote(
                                other.reportLocation(), "see existing symbol definition here")));
      }
    }
    return symbols;
  }

  private void call(Operation call) {
    Optional<FunctionType> type = called(call, "callee");
    if (type.isPresent()) {
      compare(call, "operand", type.get().inputs(), call.operandTypes());
      compare(call, "result", type.get().results(), call.resultTypes());
    }
  }

  private void constant(Operation constant) {
    Optional<FunctionType> type = called(constant, "value");
    List<Type> found = constant.resultTypes();
    if (type.isPresent() && found.size() == 1 && !found.getFirst().equals(type.get())) {
      report.op(
          DiagnosticKind.FUNCTION_TYPE,
          constant,
          "reference to function with mismatched type: expected '%s', but got '%s'"
              .formatted(type.get(), found.getFirst()));
    }
  }

  // The type of the function that an attribute names; one that is no function is reported.
  private Optional<FunctionType> called(Operation call, String attribute) {
    Optional<SymbolRefAttr> callee = call.attribute(attribute, SymbolRefAttr.class);
    if (callee.isEmpty() || callee.get().path().size() > 1) {
      return Optional.empty();
    }
    String name = callee.get().root();
    Optional<Operation> holder = call.parentOp();
    Optional<Operation> found = Optional.empty();
    // An operation that is not known may hold symbols of its own, such as a kernel's functions.
    boolean unknown = false;
    while (found.isEmpty() && holder.isPresent()) {
      if (!root.encloses(holder.get())) {
        return Optional.empty();
      }
      boolean known = holder.get().def().isPresent();
      unknown |= !known;
      boolean isTable = holder.get().has(Traits.SYMBOL_TABLE);
      if (isTable || !known) {
        found = Optional.ofNullable(table(holder.get()).get(name));
      }
      holder = isTable ? Optional.empty() : holder.get().parentOp();
    }
    if (found.isEmpty() && unknown) {
      return Optional.empty();
    }
    Optional<FunctionType> type =
        found
            .filter(target -> target.is(FuncOp.DEF))
            .flatMap(target -> target.attribute("function_type", TypeAttr.class))
            .map(TypeAttr::value)
            .filter(FunctionType.class::isInstance)
            .map(FunctionType.class::cast);
    if (type.isEmpty()) {
      report.op(DiagnosticKind.SYMBOL, call, "'" + name + "' does not reference a valid function");
    }
    return type;
  }

  private void compare(Operation call, String what, List<Type> expected, List<Type> found) {
    if (expected.size() != found.size()) {
      report.op(
          DiagnosticKind.FUNCTION_TYPE,
          call,
          "incorrect number of %ss for callee: expected %d, but provided %d"
              .formatted(what, expected.size(), found.size()));
      return;
    }
    for (int i = 0; i < expected.size(); i++) {
      if (!expected.get(i).equals(found.get(i))) {
        report.op(
            DiagnosticKind.FUNCTION_TYPE,
            call,
            "%s type mismatch: expected %s type '%s', but provided '%s' for %s number %d"
                .formatted(what, what, expected.get(i), found.get(i), what, i));
      }
    }
  }
}
