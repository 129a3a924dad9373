package org.qopt.parser.tflite;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.qopt.dialect.nn.ClampOp;
import org.qopt.dialect.nn.Relu6Op;
import org.qopt.dialect.nn.ReluOp;
import org.qopt.dialect.nn.TanhOp;
import org.qopt.dialect.nn.attr.Activation;
import org.qopt.ir.Value;
import org.qopt.ir.attribute.DictionaryAttr;
import org.qopt.ir.diagnostic.InvalidInputException;
import org.qopt.ir.location.Location;
import org.qopt.ir.location.NameLocation;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.Shape;
import org.qopt.ir.type.TensorType;
import org.qopt.ir.type.Type;
import org.qopt.parser.model.Attrs;
import org.tensorflow.lite.schema.ActivationFunctionType;

/** One node on its way into the program: what it takes, and what becomes of it. */
final class NodeImport {
  private final GraphImport graph;
  private final TfliteNode node;

  NodeImport(GraphImport graph, TfliteNode node) {
    this.graph = graph;
    this.node = node;
  }

  /** {@return the node's options} */
  <O extends TfliteOptions> O options(Class<O> kind) {
    return kind.cast(node.options());
  }

  /** {@return the node's options if they are of this kind} */
  <O extends TfliteOptions> Optional<O> optionsIf(Class<O> kind) {
    return Optional.of(node.options()).filter(kind::isInstance).map(kind::cast);
  }

  /** Checks how many inputs there are; absent ones count. */
  void requireInputs(int least, int most) {
    int found = node.inputs().length();
    if (found < least || found > most) {
      String expected = least == most ? "" + least : least + " to " + most;
      throw fault("the node takes " + expected + " inputs, but has " + found);
    }
  }

  /** {@return the number of inputs} */
  int inputs() {
    return node.inputs().length();
  }

  /** {@return whether input {@code index} is given} */
  boolean has(int index) {
    return index < inputs() && node.inputs().get(index) >= 0;
  }

  /** {@return input {@code index}, which must be there} */
  Value input(int index) {
    int position = position(index);
    return integers(position)
        .or(() -> graph.find(position, node.id()))
        .orElseThrow(() -> fault(graph.tensor(position) + " is used before it is computed"));
  }

  /** {@return the integers of input {@code index} if it is quantized and no constant} */
  Optional<Value> computedIntegers(int index) {
    return constantIf(index).isPresent()
        ? Optional.empty()
        : Optional.of(input(index)).flatMap(_ -> graph.quantized(position(index)));
  }

  /** Checks that the node makes a quantized tensor. */
  void requireQuantizedResult() {
    if (!output().isQuantized()) {
      throw fault(output() + " is not quantized: it has no scale, or no integer type");
    }
  }

  // Where a node computes integers, so are its constants; a float one dequantizes its weights.
  private Optional<Value> integers(int position) {
    boolean toIntegers =
        node.outputs().stream().anyMatch(output -> graph.tensor(output).isQuantized());
    return toIntegers ? graph.dequantizedConstant(position, node.id()) : Optional.empty();
  }

  /** {@return the type of input {@code index}} */
  TensorType inputType(int index) {
    return (TensorType) input(index).type();
  }

  /** {@return every input} */
  List<Value> allInputs() {
    List<Value> values = new ArrayList<>();
    for (int i = 0; i < inputs(); i++) {
      values.add(input(i));
    }
    return values;
  }

  /** {@return the elements of input {@code index}, if they are known} */
  Optional<Tensor> constantIf(int index) {
    return graph.constant(position(index), node.id());
  }

  /**
   * {@return the elements of input {@code index}}
   *
   * @param what what the input says, for the error when it is not a constant
   */
  Tensor constant(int index, String what) {
    return constantIf(index)
        .orElseThrow(() -> fault(what + " is computed by the model; only a constant is supported"));
  }

  /** {@return the integers of input {@code index}; {@code what} as for {@link #constant}} */
  long[] integers(int index, String what) {
    Tensor tensor = constant(index, what);
    if (tensor.kind().isFloat()) {
      throw fault(what + " is not an integer tensor");
    }
    long[] values = new long[Math.toIntExact(tensor.size())];
    for (int i = 0; i < values.length; i++) {
      values[i] = tensor.integer(i);
    }
    return values;
  }

  private int position(int index) {
    if (!has(index)) {
      throw fault("input #" + index + " is missing");
    }
    return node.inputs().get(index);
  }

  /** {@return an operation of the node other than its last one; {@code part} says which} */
  Value createPart(String part, OpDef def, List<Value> operands, DictionaryAttr attributes) {
    Location location = node.id().name().isEmpty() ? result() : partName(part);
    return create(location, def, operands, attributes);
  }

  private Location partName(String part) {
    return NameLocation.of(node.id().name() + "/" + part);
  }

  private Location result() {
    return output().location();
  }

  private TfliteTensor output() {
    requireOneOutput();
    return graph.tensor(node.outputs().get(0));
  }

  /** Makes the operation whose result the node's is. */
  void finish(OpDef def, List<Value> operands, DictionaryAttr attributes) {
    requireOneOutput();
    define(create(result(), def, operands, attributes));
  }

  /** Makes that operation with an activation, which the operation has an attribute for. */
  void finish(OpDef def, List<Value> operands, Attrs attributes, int activation) {
    Optional<Activation> attribute = attribute(activation);
    if (attribute.isPresent()) {
      attributes.string(Activation.NAME, attribute.get().word());
      finish(def, operands, attributes.build());
    } else {
      finishThenActivate(def, operands, attributes.build(), activation);
    }
  }

  /** Makes that operation with an activation as an operation of its own. */
  void finishThenActivate(
      OpDef def, List<Value> operands, DictionaryAttr attributes, int activation) {
    if (activation == ActivationFunctionType.NONE) {
      finish(def, operands, attributes);
      return;
    }
    List<Value> inner = List.of(createPart("before_activation", def, operands, attributes));
    switch (activation) {
      case ActivationFunctionType.RELU -> finish(ReluOp.DEF, inner, DictionaryAttr.EMPTY);
      case ActivationFunctionType.RELU6 -> finish(Relu6Op.DEF, inner, DictionaryAttr.EMPTY);
      case ActivationFunctionType.TANH -> finish(TanhOp.DEF, inner, DictionaryAttr.EMPTY);
      case ActivationFunctionType.RELU_N1_TO_1 ->
          finish(ClampOp.DEF, inner, new Attrs().f32("min", -1).f32("max", 1).build());
      default ->
          throw fault(
              "fused activation %d is not supported; NONE, RELU, RELU_N1_TO_1, RELU6, TANH are"
                  .formatted(activation));
    }
  }

  private static Optional<Activation> attribute(int activation) {
    return switch (activation) {
      case ActivationFunctionType.NONE -> Optional.of(Activation.NONE);
      case ActivationFunctionType.RELU -> Optional.of(Activation.RELU);
      case ActivationFunctionType.RELU6 -> Optional.of(Activation.RELU6);
      case ActivationFunctionType.RELU_N1_TO_1 -> Optional.of(Activation.RELU_N1_TO_1);
      default -> Optional.empty();
    };
  }

  /** Says that the node's result is {@code value}, under a name of its own. */
  void finish(Value value) {
    requireOneOutput();
    define(value);
  }

  /** Makes the operation of a given type whose result the node's is. */
  void finish(OpDef def, Value operand, Type type) {
    define(graph.builder().create(def, result(), List.of(operand), type));
  }

  /** Says that the node's result is {@code elements}. */
  void finish(Tensor elements) {
    requireOneOutput();
    graph.define(node.outputs().get(0), elements, node.id());
  }

  private void define(Value value) {
    graph.define(node.outputs().get(0), value, node.id());
  }

  private void requireOneOutput() {
    if (node.outputs().length() != 1) {
      throw fault("the node makes one tensor, but has " + node.outputs().length());
    }
  }

  private Value create(
      Location location, OpDef def, List<Value> operands, DictionaryAttr attributes) {
    try {
      return graph.builder().create(def, location, operands, attributes);
    } catch (InvalidInputException e) {
      throw fault(e.getMessage());
    }
  }

  /** {@return the dimension of {@code shape} along {@code axis}, checked; negative from the end} */
  int axis(long axis, Shape shape) {
    long found = axis < 0 ? axis + shape.rank() : axis;
    if (found < 0 || found >= shape.rank()) {
      throw fault("axis " + axis + " is not one of a tensor of shape [" + shape + "]");
    }
    return (int) found;
  }

  /** {@return the error that this node is at fault} */
  InvalidInputException fault(String message) {
    return node.id().fault(message);
  }
}
