package org.qopt.ir.interpret;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.qopt.dialect.builtin.ModuleOp;
import org.qopt.dialect.func.FuncOp;
import org.qopt.dialect.func.ReturnOp;
import org.qopt.dialect.nn.ConstantOp;
import org.qopt.ir.OpBuilder;
import org.qopt.ir.Operation;
import org.qopt.ir.OperationState;
import org.qopt.ir.Value;
import org.qopt.ir.attribute.Attribute;
import org.qopt.ir.attribute.DictionaryAttr;
import org.qopt.ir.location.Location;
import org.qopt.ir.location.UnknownLocation;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.FunctionType;
import org.qopt.ir.type.Shape;
import org.qopt.ir.type.TensorType;
import org.qopt.ir.type.Type;

/** Runs single operations, each in a function of its own. */
public final class OpRunner {
  private static final Location HERE = UnknownLocation.UNKNOWN;

  private OpRunner() {}

  /**
   * {@return the result of an operation that infers its type}
   *
   * <p>Along the way it checks that inference, with all dimensions and with none of them known,
   * agrees with what the kernel returns, and that a constant operand makes no difference.
   */
  public static Tensor run(
      OpDef def, Map<String, ? extends Attribute> attributes, Tensor... inputs) {
    DictionaryAttr dictionary = DictionaryAttr.of(attributes);
    FuncOp known = function(def, dictionary, List.of(inputs), false, false);
    Tensor result = runOne(known, List.of(inputs));
    TensorType inferred = (TensorType) known.type().results().getFirst();
    assertTrue(inferred.shape().isStatic(), () -> def + " does not infer all of " + inferred);
    assertEquals(inferred.shape(), result.shape());
    FuncOp open = function(def, dictionary, List.of(inputs), true, false);
    assertEquals(result, runOne(open, List.of(inputs)));
    FuncOp constant = function(def, dictionary, List.of(inputs), false, true);
    assertEquals(result, runOne(constant, List.of(inputs[0])));
    return result;
  }

  /** {@return the result of an operation with given types of operands and result} */
  public static Tensor run(
      OpDef def,
      Map<String, ? extends Attribute> attributes,
      List<? extends Type> inputTypes,
      Type resultType,
      Tensor... inputs) {
    FuncOp function = newFunction(inputTypes);
    Operation op =
        builder(function)
            .create(
                def,
                HERE,
                function.arguments(),
                DictionaryAttr.of(attributes),
                List.of(resultType));
    return runOne(finish(function, op), List.of(inputs));
  }

  /** {@return an empty function in a module, called {@code f}} */
  public static FuncOp newFunction(List<? extends Type> inputs) {
    ModuleOp module = ModuleOp.create(HERE);
    FuncOp function =
        FuncOp.create(
            HERE, "f", FunctionType.of(inputs, List.of()), inputs.stream().map(_ -> HERE).toList());
    module.body().append(function.operation());
    return function;
  }

  /** {@return a builder at the end of the function} */
  public static OpBuilder builder(FuncOp function) {
    return OpBuilder.atEndOf(function.entry());
  }

  /** {@return the function, which now returns the results of {@code op}} */
  public static FuncOp finish(FuncOp function, Operation op) {
    return finish(function, op.results());
  }

  /** {@return the function, which now returns these values} */
  public static FuncOp finish(FuncOp function, List<? extends Value> values) {
    builder(function).create(OperationState.of(ReturnOp.DEF, HERE).addOperands(values));
    function.updateType();
    return function;
  }

  private static FuncOp function(
      OpDef def, DictionaryAttr attributes, List<Tensor> inputs, boolean open, boolean constants) {
    List<Tensor> arguments = constants ? inputs.subList(0, 1) : inputs;
    FuncOp function = newFunction(arguments.stream().map(t -> type(t, open)).toList());
    List<Value> operands = new ArrayList<>(function.arguments());
    for (Tensor constant : inputs.subList(arguments.size(), inputs.size())) {
      operands.add(ConstantOp.create(builder(function), HERE, constant).operation().result());
    }
    return finish(function, builder(function).create(def, HERE, operands, attributes));
  }

  private static TensorType type(Tensor tensor, boolean open) {
    TensorType type = TensorType.of(tensor.shape(), tensor.kind().type());
    for (int i = 0; open && i < type.rank(); i++) {
      type = type.withShape(type.shape().with(i, Shape.DYNAMIC));
    }
    return type;
  }

  private static Tensor runOne(FuncOp function, List<Tensor> inputs) {
    return Interpreter.prepare(function).run(inputs).getFirst();
  }
}
