package org.qopt.ir.interpret;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.qopt.dialect.func.CallOp;
import org.qopt.dialect.func.FuncOp;
import org.qopt.ir.Operation;
import org.qopt.ir.diagnostic.DiagnosticKind;
import org.qopt.ir.diagnostic.InvalidInputException;
import org.qopt.ir.op.OpDef;

/**
 * Runs functions, operation by operation, with the kernels of their definitions: this says what a
 * program means.
 */
public final class Interpreter {
  private final Map<Operation, Executable> prepared = new HashMap<>();
  private final Set<Operation> inPreparation = new HashSet<>();

  private Interpreter() {}

  /**
   * {@return {@code function}, made ready to run any number of times; it must not change any more}
   *
   * <p>Kernels are prepared here, and what depends on constants alone is computed here, once.
   *
   * @param function a function of verified IR
   * @throws InvalidInputException if it cannot be run: it has several blocks or none, calls itself
   *     or what does not exist, or holds an operation that has no kernel
   */
  public static Executable prepare(FuncOp function) {
    return new Interpreter().prepareFunction(function);
  }

  Executable prepareFunction(FuncOp function) {
    Operation key = function.operation();
    Executable known = prepared.get(key);
    if (known != null) {
      return known;
    }
    if (!inPreparation.add(key)) {
      throw new InvalidInputException(
          DiagnosticKind.NOT_RUNNABLE,
          key.reportLocation(),
          "function @" + function.name() + " calls itself; cannot run it");
    }
    int blocks = key.region(0).blocks().size();
    if (blocks != 1) {
      throw new InvalidInputException(
          DiagnosticKind.NOT_RUNNABLE,
          key.reportLocation(),
          "expected a function with one block to run, but @%s has %d"
              .formatted(function.name(), blocks));
    }
    Executable executable = new ExecutableBuilder(this, function).build();
    inPreparation.remove(key);
    prepared.put(key, executable);
    return executable;
  }

  /** {@return the function that {@code call} calls, prepared} */
  Executable callee(Operation call) {
    String name = new CallOp(call).callee();
    return function(call, name)
        .map(this::prepareFunction)
        .orElseThrow(
            () ->
                new InvalidInputException(
                    DiagnosticKind.NOT_RUNNABLE,
                    call.reportLocation(),
                    "'func.call' op calls unknown function @" + name));
  }

  private static Optional<FuncOp> function(Operation call, String name) {
    Optional<Operation> scope = call.parentOp().flatMap(Operation::parentOp);
    return scope.stream()
        .flatMap(op -> op.region(0).entry().stream())
        .flatMap(block -> block.operations().stream())
        .filter(op -> op.is(FuncOp.DEF))
        .map(FuncOp::new)
        .filter(f -> f.name().equals(name))
        .findFirst();
  }

  static KernelFactory kernel(Operation operation) {
    return operation
        .def()
        .flatMap(OpDef::kernel)
        .orElseThrow(
            () ->
                new InvalidInputException(
                    DiagnosticKind.NOT_RUNNABLE,
                    operation.reportLocation(),
                    "'" + operation.name() + "' op cannot be run: it has no kernel"));
  }
}
