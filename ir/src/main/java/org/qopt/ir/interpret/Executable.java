package org.qopt.ir.interpret;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qopt.dialect.bfp.BlockRules;
import org.qopt.dialect.func.FuncOp;
import org.qopt.dialect.quant.QuantizedTypes;
import org.qopt.ir.BlockArgument;
import org.qopt.ir.Value;
import org.qopt.ir.diagnostic.DiagnosticKind;
import org.qopt.ir.diagnostic.InvalidInputException;
import org.qopt.ir.tensor.ElementKind;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.TensorType;
import org.qopt.ir.type.Type;

/**
 * A function that is ready to run, as {@link Interpreter#prepare} makes it. Several threads may run
 * it at once.
 */
public final class Executable {
  // What is known before the program runs: nothing is left to do but to show it.
  static final Step.Action KNOWN = (_, _) -> List.of();

  private final FuncOp function;
  private final int slotCount;
  private final Map<Integer, Tensor> constants;
  private final List<Step> steps;
  private final int[] returned;

  Executable(
      FuncOp function,
      Map<Value, Integer> slots,
      Map<Integer, Tensor> constants,
      List<Step> steps,
      int[] returned) {
    this.function = function;
    this.slotCount = slots.size();
    this.constants = new HashMap<>(constants);
    this.steps = steps;
    this.returned = returned;
  }

  /** {@return the function} */
  public FuncOp function() {
    return function;
  }

  /** {@return what the function returns for these arguments} */
  public List<Tensor> run(List<Tensor> inputs) {
    return run(inputs, Observer.NONE);
  }

  /**
   * {@return what the function returns for these arguments}
   *
   * @param inputs a tensor for each argument, of its storage kind (a quantized argument's integers)
   *     and of a shape that its type allows
   * @param observer is told every value as it becomes known
   * @throws InvalidInputException if an input does not fit its argument, or values do not fit an
   *     operation when dimensions become known
   */
  public List<Tensor> run(List<Tensor> inputs, Observer observer) {
    checkInputs(inputs);
    Tensor[] values = new Tensor[slotCount];
    constants.forEach((slot, tensor) -> values[slot] = tensor);
    List<BlockArgument> arguments = function.arguments();
    for (int i = 0; i < arguments.size(); i++) {
      values[i] = inputs.get(i);
      observer.observe(arguments.get(i), inputs.get(i));
    }
    for (Step step : steps) {
      run(step, values, observer);
    }
    return take(returned, values);
  }

  private static void run(Step step, Tensor[] values, Observer observer) {
    if (step.action() != KNOWN) {
      List<Tensor> results = checked(step, step.compute(take(step.operands(), values), observer));
      for (int i = 0; i < results.size(); i++) {
        values[step.results()[i]] = results.get(i);
      }
    }
    for (int i = 0; i < step.results().length; i++) {
      observer.observe(step.operation().result(i), values[step.results()[i]]);
    }
    for (int slot : step.last()) {
      values[slot] = null;
    }
  }

  private static List<Tensor> take(int[] slots, Tensor[] values) {
    List<Tensor> taken = new ArrayList<>(slots.length);
    for (int slot : slots) {
      taken.add(values[slot]);
    }
    return taken;
  }

  private void checkInputs(List<Tensor> inputs) {
    List<BlockArgument> arguments = function.arguments();
    if (inputs.size() != arguments.size()) {
      throw new InvalidInputException(
          DiagnosticKind.NOT_RUNNABLE,
          function.operation().reportLocation(),
          "function @%s expects %d inputs, but got %d"
              .formatted(function.name(), arguments.size(), inputs.size()));
    }
    for (int i = 0; i < inputs.size(); i++) {
      BlockArgument argument = arguments.get(i);
      if (!fits(argument.type(), inputs.get(i))) {
        throw new InvalidInputException(
            DiagnosticKind.NOT_RUNNABLE,
            argument.location(),
            "expected input #%d of type %s, but got %s"
                .formatted(i, argument.type(), describe(inputs.get(i))));
      }
    }
  }

  /**
   * {@return the results of a step}
   *
   * @throws InvalidInputException if one is not what its type says
   */
  static List<Tensor> checked(Step step, List<Tensor> results) {
    int expected = step.results().length;
    if (results == null || results.size() != expected) {
      throw step.fault(
          "computed %s, but has %s"
              .formatted(results == null ? "nothing" : results(results.size()), results(expected)));
    }
    for (int i = 0; i < results.size(); i++) {
      Type type = step.operation().result(i).type();
      if (!fits(type, results.get(i))) {
        throw step.fault(
            "computed %s, but result #%d has type %s".formatted(describe(results.get(i)), i, type));
      }
    }
    return results;
  }

  private static String results(int count) {
    return count + (count == 1 ? " result" : " results");
  }

  private static boolean fits(Type type, Tensor tensor) {
    Optional<ElementKind> kind = QuantizedTypes.storageKind(type);
    boolean sameKind = kind.isEmpty() || kind.get() == tensor.kind();
    return sameKind
        && BlockRules.carries(type, tensor)
        && (!(type instanceof TensorType ranked)
            || ranked.shape().isCompatibleWith(tensor.shape()));
  }

  private static String describe(Tensor tensor) {
    String mantissas = TensorType.of(tensor.shape(), tensor.kind().type()).toString();
    return tensor
        .exponents()
        .map(exponents -> mantissas + " with exponents " + describe(exponents))
        .orElse(mantissas);
  }
}
