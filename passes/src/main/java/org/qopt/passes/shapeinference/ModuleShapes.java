package org.qopt.passes.shapeinference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qopt.dialect.builtin.ModuleOp;
import org.qopt.dialect.func.CallOp;
import org.qopt.dialect.func.FuncOp;
import org.qopt.dialect.func.ReturnOp;
import org.qopt.ir.BlockArgument;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.attribute.StringAttr;
import org.qopt.ir.attribute.TypeAttr;
import org.qopt.ir.diagnostic.DiagnosticSink;
import org.qopt.ir.type.FunctionType;
import org.qopt.ir.type.Type;
import org.qopt.rewrite.TypeRefinement;

/** The functions of a module and the calls between them. */
final class ModuleShapes {
  private final Map<String, FuncOp> functions = new LinkedHashMap<>();
  private final Map<String, List<Operation>> calls = new LinkedHashMap<>();
  private final OperationShapes shapes;

  ModuleShapes(ModuleOp module, DiagnosticSink sink) {
    shapes = new OperationShapes(sink);
    for (Operation operation : module.opsOf(FuncOp.DEF)) {
      FuncOp function = new FuncOp(operation);
      functions.put(function.name(), function);
      operation.walk(
          inner -> {
            if (inner.is(CallOp.DEF)) {
              calls.computeIfAbsent(new CallOp(inner).callee(), _ -> new ArrayList<>()).add(inner);
            }
          });
    }
  }

  /** {@return whether all operations fit together} */
  boolean infer() {
    boolean changed = true;
    while (changed && !shapes.failed()) {
      changed = false;
      for (FuncOp function : functions.values()) {
        changed |= body(function);
        changed |= arguments(function);
      }
    }
    if (!shapes.failed()) {
      calls.forEach((callee, sites) -> sites.forEach(call -> matchOperands(callee, call)));
      functions.values().stream()
          .filter(ModuleShapes::hasSeveralBlocks)
          .forEach(function -> new BlockShapes(function).match());
    }
    return !shapes.failed();
  }

  private boolean body(FuncOp function) {
    if (hasSeveralBlocks(function)) {
      BlockShapes blocks = new BlockShapes(function);
      boolean changed = blocks.infer(shapes);
      setType(function, blocks.results());
      return changed | results(function);
    }
    if (function.isDeclaration()
        || function.entry().last().filter(op -> op.is(ReturnOp.DEF)).isEmpty()) {
      return false;
    }
    boolean[] changed = {false};
    SymbolicShapes symbolic = new SymbolicShapes();
    function.operation().walk(operation -> changed[0] |= shapes.refine(operation, symbolic));
    function.updateType();
    return changed[0] | results(function);
  }

  private static boolean hasSeveralBlocks(FuncOp function) {
    return function.operation().region(0).blocks().size() > 1;
  }

  private boolean results(FuncOp function) {
    boolean changed = false;
    List<Type> types = function.type().results();
    for (Operation call : calls.getOrDefault(function.name(), List.of())) {
      for (int i = 0; i < types.size(); i++) {
        changed |= !call.result(i).type().equals(types.get(i));
        call.result(i).setType(types.get(i));
      }
    }
    return changed;
  }

  // Only of private functions are all calls known.
  private boolean arguments(FuncOp function) {
    List<Operation> sites = calls.getOrDefault(function.name(), List.of());
    if (!isPrivate(function) || function.isDeclaration() || sites.isEmpty()) {
      return false;
    }
    boolean changed = false;
    for (BlockArgument argument : function.arguments()) {
      Optional<Type> common =
          sites.stream()
              .map(call -> call.operand(argument.index()))
              // A function that calls itself with what it was given tells nothing new.
              .filter(operand -> operand != argument)
              .map(Value::type)
              .reduce(TypeRefinement::common);
      changed |= common.isPresent() && shapes.refine(argument, common.get(), sites.getFirst());
    }
    if (changed) {
      setType(function, function.type().results());
    }
    return changed;
  }

  /** {@return whether only the module itself can call {@code function}} */
  static boolean isPrivate(FuncOp function) {
    return function
        .operation()
        .attribute("sym_visibility", StringAttr.class)
        .filter(visibility -> visibility.value().equals("private"))
        .isPresent();
  }

  private static void setType(FuncOp function, List<Type> results) {
    List<Type> inputs = function.entry().argumentTypes();
    function
        .operation()
        .setAttribute("function_type", new TypeAttr(FunctionType.of(inputs, results)));
  }

  // Where more is known of an operand than of the argument.
  private void matchOperands(String callee, Operation call) {
    Optional<FuncOp> function = Optional.ofNullable(functions.get(callee));
    List<Type> inputs = function.map(f -> (List<Type>) f.type().inputs()).orElse(List.of());
    for (int i = 0; i < inputs.size(); i++) {
      ForgettingCasts.match(call, i, inputs.get(i));
    }
  }
}
