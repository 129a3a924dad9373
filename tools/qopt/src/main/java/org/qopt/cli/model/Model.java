package org.qopt.cli.model;

import java.util.ArrayList;
import java.util.List;
import org.qopt.dialect.func.FuncOp;
import org.qopt.dialect.func.MainFunction;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.ValueNaming;
import org.qopt.ir.diagnostic.InvalidInputException;
import org.qopt.ir.interpret.Executable;
import org.qopt.ir.interpret.Interpreter;
import org.qopt.ir.interpret.Observer;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.Type;
import org.qopt.target.BoundaryRounding;

/** A program that can be run on data: its main function, prepared, with its values' names. */
public final class Model {
  private final FuncOp function;
  private final Executable executable;
  private final ValueNaming names;
  private final BoundaryRounding rounding;

  private Model(FuncOp function) {
    this.function = function;
    this.executable = Interpreter.prepare(function);
    this.names = ValueNaming.of(function);
    this.rounding = Boundary.rounding(function);
  }

  /**
   * {@return the program in {@code module}: its function {@code main}, or the only one with a body}
   *
   * @throws InvalidInputException if there is no such function, or it cannot be run
   */
  public static Model of(Operation module) {
    return new Model(MainFunction.of(module));
  }

  /** {@return the function that is run} */
  public FuncOp function() {
    return function;
  }

  /** {@return the names of its values} */
  public ValueNaming names() {
    return names;
  }

  /** {@return its inputs, in order} */
  public List<ProgramInput> inputs() {
    return ProgramInput.of(function);
  }

  /**
   * {@return the arrays that {@link #run} takes, in order}
   *
   * @param raw whether they are what is stored
   */
  public List<ProgramInput> inputs(boolean raw) {
    return raw ? RawValues.inputs(inputs()) : inputs();
  }

  /** {@return the values that it returns, in order} */
  public List<Value> outputs() {
    return function.returnOp().operands();
  }

  /**
   * {@return the names of the values that it returns, in order; from the second time on that a
   * value is returned {@code #2}, {@code #3}, ... stands behind its name}
   */
  public List<String> outputNames() {
    List<String> all = new ArrayList<>();
    for (Value output : outputs()) {
      String name = names.name(output);
      for (int copy = 2; all.contains(name); copy++) {
        name = names.name(output) + "#" + copy;
      }
      all.add(name);
    }
    return all;
  }

  /**
   * {@return the results of one run, as they are stored}
   *
   * @param data the data for each of {@link #inputs(boolean)}, in the shape of the argument
   * @param raw whether the data for a quantized input are what is stored
   */
  public List<Tensor> run(List<Tensor> data, boolean raw, Observer observer) {
    Observer own = observer == Observer.NONE ? observer : ofOwn(observer);
    List<Type> types = function.type().inputs();
    if (raw) {
      return executable.run(RawValues.arguments(data, types), own);
    }
    List<Tensor> arguments = new ArrayList<>();
    for (int i = 0; i < types.size(); i++) {
      arguments.add(Boundary.toArgument(data.get(i), types.get(i), rounding));
    }
    return executable.run(arguments, own);
  }

  /** Values of functions that are called have no names here. */
  private Observer ofOwn(Observer observer) {
    return (value, tensor) -> {
      if (names.names().containsKey(value)) {
        observer.observe(value, tensor);
      }
    };
  }

  /**
   * {@return the names of the arrays that {@link #arrays} gives, in order}
   *
   * @param raw whether they are what is stored
   */
  public List<String> arrayNames(boolean raw) {
    List<String> outputNames = outputNames();
    if (!raw) {
      return outputNames;
    }
    List<String> all = new ArrayList<>();
    for (int i = 0; i < outputNames.size(); i++) {
      all.addAll(RawValues.names(outputNames.get(i), outputs().get(i).type()));
    }
    return all;
  }

  /**
   * {@return {@code results} of a run as arrays}
   *
   * @param raw whether they are what is stored, or real numbers
   */
  public List<Tensor> arrays(List<Tensor> results, boolean raw) {
    if (!raw) {
      return toReal(results);
    }
    List<Tensor> arrays = new ArrayList<>();
    for (int i = 0; i < results.size(); i++) {
      arrays.addAll(RawValues.arrays(results.get(i), outputs().get(i).type()));
    }
    return arrays;
  }

  /** {@return {@code results} of a run as real numbers} */
  public List<Tensor> toReal(List<Tensor> results) {
    List<Tensor> real = new ArrayList<>();
    for (int i = 0; i < results.size(); i++) {
      real.add(Boundary.toReal(results.get(i), outputs().get(i).type()));
    }
    return real;
  }
}
