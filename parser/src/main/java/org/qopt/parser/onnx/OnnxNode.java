package org.qopt.parser.onnx;

import ai.onnx.proto.OnnxMl.NodeProto;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.qopt.ir.Value;
import org.qopt.ir.attribute.DictionaryAttr;
import org.qopt.ir.diagnostic.InvalidInputException;
import org.qopt.ir.location.Location;
import org.qopt.ir.location.NameLocation;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.print.Quoted;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.Shape;
import org.qopt.ir.type.Type;
import org.qopt.parser.model.NodeId;

/** One node on its way into the program: what it takes, and what becomes of it. */
final class OnnxNode {
  private final OnnxImport model;
  private final NodeProto proto;
  private final NodeId id;
  private final OnnxAttributes attributes;

  OnnxNode(OnnxImport model, NodeProto proto, int index) {
    this.model = model;
    this.proto = proto;
    String output = proto.getOutputCount() > 0 ? Text.of(proto.getOutputBytes(0)) : "";
    id =
        new NodeId(
            index,
            Text.of(proto.getOpTypeBytes()),
            proto.getNameBytes().isEmpty() ? output : Text.of(proto.getNameBytes()));
    attributes = new OnnxAttributes(proto, id);
  }

  /** {@return the kind of operator} */
  String op() {
    return Text.of(proto.getOpTypeBytes());
  }

  /** {@return the kind of operator, for messages} */
  String printableOp() {
    return id.op();
  }

  /** {@return the version of the operator set} */
  long opset() {
    return model.opset();
  }

  /** {@return what gives values the form that is needed} */
  OnnxGraph forms() {
    return model.forms();
  }

  /** {@return the attributes} */
  OnnxAttributes attributes() {
    return attributes;
  }

  // ---- inputs

  void requireInputs(int least, int most) {
    int found = inputs();
    if (found < least || found > most) {
      String expected = least == most ? "" + least : least + " to " + most;
      throw fault("the node takes " + expected + " inputs, but has " + found);
    }
  }

  int inputs() {
    return proto.getInputCount();
  }

  /** {@return whether input {@code index} is given} */
  boolean has(int index) {
    return index < inputs() && !proto.getInputBytes(index).isEmpty();
  }

  /** {@return input {@code index}, if it is given and computed} */
  Optional<OnnxValue> find(int index) {
    return has(index) ? model.find(Text.of(proto.getInputBytes(index))) : Optional.empty();
  }

  /** {@return input {@code index}, which must be there} */
  OnnxValue input(int index) {
    if (!has(index)) {
      throw fault("input #" + index + " is missing");
    }
    String name = Text.of(proto.getInputBytes(index));
    return model
        .find(name)
        .orElseThrow(() -> fault("value " + Quoted.of(name) + " is used before it is computed"));
  }

  List<OnnxValue> allInputs() {
    List<OnnxValue> values = new ArrayList<>();
    for (int i = 0; i < inputs(); i++) {
      values.add(input(i));
    }
    return values;
  }

  /** {@return input {@code index} as the model sees it} */
  Value modelInput(int index) {
    return forms().model(input(index));
  }

  /** {@return the shape of input {@code index} as the model sees it} */
  Shape shape(int index) {
    return input(index)
        .shape()
        .orElseThrow(
            () ->
                fault(
                    "the rank of input #%d is not known: fix the inputs' shapes with --input-shape"
                        .formatted(index)));
  }

  /** {@return the shape of input {@code index}, which must be an image} */
  Shape image(int index) {
    Shape shape = shape(index);
    if (shape.rank() != Layouts.RANK) {
      throw fault(
          "input #%d has the shape [%s]; only images of 4 dimensions are supported"
              .formatted(index, shape));
    }
    return shape;
  }

  /** {@return input {@code index}, an image, with channels last} */
  Value imageInput(int index) {
    image(index);
    return forms().channelsLast(input(index));
  }

  /** {@return the elements of input {@code index}; {@code what} it says stands in the error} */
  Tensor constant(int index, String what) {
    return input(index)
        .constant()
        .orElseThrow(
            () ->
                fault(
                    what
                        + " is computed by the model; only a constant is supported, which it may"
                        + " become with --input-shape"));
  }

  /** {@return the integers of input {@code index}; {@code what} it says stands in the error} */
  long[] constantIntegers(int index, String what) {
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

  /** {@return the one number of input {@code index}; {@code what} it says stands in the error} */
  float constantScalar(int index, String what) {
    Tensor tensor = constant(index, what);
    if (tensor.size() != 1) {
      throw fault(what + " is one number, but got " + tensor.size());
    }
    return (float) tensor.real(0);
  }

  /**
   * {@return the one number of input {@code index} as a number like those of input 0: where that
   * stands for real numbers, so does this}
   */
  float scalarOfInput(int index, String what) {
    return IntegerValues.real(input(0), constantScalar(index, what));
  }

  // ---- results

  /** {@return an operation of the node other than its last one; {@code part} says which} */
  Value createPart(String part, OpDef def, List<Value> operands, DictionaryAttr attrs) {
    return create(NameLocation.of(resultName() + "/" + part), def, operands, attrs);
  }

  /** {@return the operation whose result the node's is} */
  Value create(OpDef def, List<Value> operands, DictionaryAttr attrs) {
    return create(location(), def, operands, attrs);
  }

  /** {@return the operation whose result the node's is, of a type that is not inferred} */
  Value create(OpDef def, List<Value> operands, Type type) {
    return forms().program().create(def, location(), operands, type);
  }

  private Value create(Location location, OpDef def, List<Value> operands, DictionaryAttr attrs) {
    try {
      return forms().program().create(def, location, operands, attrs);
    } catch (InvalidInputException e) {
      throw fault(e.getMessage());
    }
  }

  /** Says what the node's result is, as the model sees it. */
  OnnxValue finish(Value value) {
    return finish(newResult().withModel(value));
  }

  /** Says what the node's result is, an image, with channels last. */
  OnnxValue finishChannelsLast(Value value) {
    return finish(newResult().withChannelsLast(value));
  }

  /** Says that the node's result is a constant. */
  OnnxValue finish(Tensor elements) {
    return finish(newResult().withConstant(elements));
  }

  /** Says that the node's result is {@code value}, which may have another name too. */
  OnnxValue finish(OnnxValue value) {
    IntegerValues.moved(this).ifPresent(value::standingFor);
    model.define(resultName(), value, this);
    return value;
  }

  /** {@return a value with the name of the node's result} */
  OnnxValue newResult() {
    return new OnnxValue(resultName(), location());
  }

  private Location location() {
    return NameLocation.of(resultName());
  }

  private String resultName() {
    if (proto.getOutputCount() == 0 || proto.getOutputBytes(0).isEmpty()) {
      throw fault("the node has no output");
    }
    // Further outputs stay undefined: a node that takes one is told that it is never computed.
    return Text.of(proto.getOutputBytes(0));
  }

  /** {@return {@code axis} counted from the front, checked} */
  int axis(long axis, int rank) {
    long found = axis < 0 ? axis + rank : axis;
    if (found < 0 || found >= rank) {
      throw fault("axis " + axis + " is not one of a tensor of rank " + rank);
    }
    return (int) found;
  }

  /** {@return the error that this node is at fault} */
  InvalidInputException fault(String message) {
    return id.fault(message);
  }
}
