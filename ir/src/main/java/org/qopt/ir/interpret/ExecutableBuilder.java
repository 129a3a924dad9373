package org.qopt.ir.interpret;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.qopt.dialect.func.CallOp;
import org.qopt.dialect.func.FuncOp;
import org.qopt.dialect.func.ReturnOp;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.diagnostic.DiagnosticKind;
import org.qopt.ir.diagnostic.InvalidInputException;
import org.qopt.ir.op.ConstantElements;
import org.qopt.ir.op.InferenceException;
import org.qopt.ir.op.Traits;
import org.qopt.ir.tensor.Tensor;

/** Makes an {@link Executable} of a function. */
final class ExecutableBuilder {
  private final Interpreter interpreter;
  private final FuncOp function;
  private final Map<Value, Integer> slots = new HashMap<>();
  private final Map<Integer, Tensor> constants = new HashMap<>();
  private final List<Step> steps = new ArrayList<>();

  ExecutableBuilder(Interpreter interpreter, FuncOp function) {
    this.interpreter = interpreter;
    this.function = function;
  }

  Executable build() {
    function.arguments().forEach(this::newSlot);
    Map<Integer, Operation> lastUse = lastUses();
    for (Operation op : function.entry()) {
      if (!op.is(ReturnOp.DEF)) {
        add(op, lastUse);
      }
    }
    return new Executable(function, slots, constants, List.copyOf(steps), slotsOf(returnOp()));
  }

  private Operation returnOp() {
    return function
        .entry()
        .last()
        .filter(op -> op.is(ReturnOp.DEF))
        .orElseThrow(
            () ->
                new InvalidInputException(
                    DiagnosticKind.NOT_RUNNABLE,
                    function.operation().reportLocation(),
                    "expected function @" + function.name() + " to end with 'func.return'"));
  }

  private Map<Integer, Operation> lastUses() {
    for (Operation op : function.entry()) {
      op.results().forEach(this::newSlot);
    }
    Map<Integer, Operation> lastUse = new HashMap<>();
    for (Operation op : function.entry()) {
      op.results().forEach(result -> lastUse.put(slots.get(result), op));
      for (int slot : slotsOf(op)) {
        lastUse.put(slot, op);
      }
    }
    return lastUse;
  }

  private void newSlot(Value value) {
    slots.put(value, slots.size());
  }

  private int[] slotsOf(Operation op) {
    return op.operands().stream().mapToInt(value -> slot(op, value)).toArray();
  }

  private int slot(Operation op, Value value) {
    Integer slot = slots.get(value);
    if (slot == null) {
      throw new InvalidInputException(
          DiagnosticKind.NOT_RUNNABLE,
          op.reportLocation(),
          "'" + op.name() + "' op uses a value from outside of the function");
    }
    return slot;
  }

  private void add(Operation op, Map<Integer, Operation> lastUse) {
    int[] operands = slotsOf(op);
    int[] results = op.results().stream().mapToInt(slots::get).toArray();
    Optional<Tensor> constant =
        op.has(Traits.CONSTANT_LIKE) ? ConstantElements.of(op.result()) : Optional.empty();
    if (constant.isPresent()) {
      constants.put(results[0], constant.get());
      steps.add(new Step(op, Executable.KNOWN, operands, results, new int[0]));
      return;
    }
    int[] last =
        IntStream.concat(Arrays.stream(operands), Arrays.stream(results))
            .distinct()
            .filter(slot -> lastUse.get(slot) == op && !constants.containsKey(slot))
            .toArray();
    Step step = new Step(op, action(op), operands, results, last);
    boolean known = Arrays.stream(operands).allMatch(constants::containsKey);
    if (known && operands.length > 0 && op.has(Traits.PURE)) {
      List<Tensor> values =
          Executable.checked(step, step.compute(constantsAt(operands), Observer.NONE));
      for (int i = 0; i < results.length; i++) {
        constants.put(results[i], values.get(i));
      }
      steps.add(new Step(op, Executable.KNOWN, operands, results, new int[0]));
    } else {
      steps.add(step);
    }
  }

  private List<Tensor> constantsAt(int[] at) {
    return Arrays.stream(at).mapToObj(constants::get).toList();
  }

  private Step.Action action(Operation op) {
    if (op.is(CallOp.DEF)) {
      Executable callee = interpreter.callee(op);
      return callee::run;
    }
    Kernel kernel = kernel(op);
    return (operands, _) -> kernel.run(operands);
  }

  private static Kernel kernel(Operation op) {
    KernelFactory factory = Interpreter.kernel(op);
    try {
      return factory.prepare(op);
    } catch (InferenceException | InvalidInputException e) {
      throw e;
    } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
      throw Step.broken(op, e);
    }
  }
}
