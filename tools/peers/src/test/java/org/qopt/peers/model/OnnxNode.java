package org.qopt.peers.model;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.AttributeProto.AttributeType;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.util.Random;
import org.qopt.ir.type.Shape;

/** An ONNX model of one node, from input {@code x} to output {@code y}. */
final class OnnxNode {
  private static final int IR_VERSION = 8;

  private final GraphProto.Builder graph = GraphProto.newBuilder().setName("node");
  private final NodeProto.Builder node;
  private final long opset;

  OnnxNode(String op, long opset, Shape input) {
    this.opset = opset;
    node = NodeProto.newBuilder().setOpType(op).addInput("x").addOutput("y");
    graph.addInput(value("x", input)).addOutput(value("y", Shape.of()));
  }

  // The output's shape is for the runtime to infer.
  private static ValueInfoProto.Builder value(String name, Shape shape) {
    TypeProto.Tensor.Builder tensor =
        TypeProto.Tensor.newBuilder().setElemType(DataType.FLOAT.getNumber());
    if (shape.rank() > 0) {
      var dims = tensor.getShapeBuilder();
      shape.dims().forEach(dim -> dims.addDimBuilder().setDimValue(dim));
    }
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(TypeProto.newBuilder().setTensorType(tensor));
  }

  /** Adds an input that is left out. */
  OnnxNode absent() {
    node.addInput("");
    return this;
  }

  /** Adds a constant vector of floats as an input. */
  OnnxNode floats(String name, float... values) {
    TensorProto.Builder tensor = constant(name, DataType.FLOAT).addDims(values.length);
    for (float value : values) {
      tensor.addFloatData(value);
    }
    return add(tensor);
  }

  /** Adds a constant vector of integers as an input. */
  OnnxNode integers(String name, long... values) {
    TensorProto.Builder tensor = constant(name, DataType.INT64).addDims(values.length);
    for (long value : values) {
      tensor.addInt64Data(value);
    }
    return add(tensor);
  }

  /** Adds random weights as an input. */
  OnnxNode weights(String name, Random random, long... dims) {
    TensorProto.Builder tensor = constant(name, DataType.FLOAT);
    for (long dim : dims) {
      tensor.addDims(dim);
    }
    for (long i = 0; i < Shape.of(dims).elements(); i++) {
      tensor.addFloatData((float) random.nextGaussian());
    }
    return add(tensor);
  }

  private OnnxNode add(TensorProto.Builder tensor) {
    graph.addInitializer(tensor);
    node.addInput(tensor.getName());
    return this;
  }

  private static TensorProto.Builder constant(String name, DataType type) {
    return TensorProto.newBuilder().setName(name).setDataType(type.getNumber());
  }

  OnnxNode attribute(String name, String value) {
    node.addAttribute(attribute(name, AttributeType.STRING).setS(ByteString.copyFromUtf8(value)));
    return this;
  }

  OnnxNode attribute(String name, long value) {
    node.addAttribute(attribute(name, AttributeType.INT).setI(value));
    return this;
  }

  OnnxNode attribute(String name, long[] values) {
    AttributeProto.Builder attribute = attribute(name, AttributeType.INTS);
    for (long value : values) {
      attribute.addInts(value);
    }
    node.addAttribute(attribute);
    return this;
  }

  private static AttributeProto.Builder attribute(String name, AttributeType type) {
    return AttributeProto.newBuilder().setName(name).setType(type);
  }

  /** {@return the file} */
  byte[] file() {
    return ModelProto.newBuilder()
        .setIrVersion(IR_VERSION)
        .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(opset))
        .setGraph(graph.clone().addNode(node))
        .build()
        .toByteArray();
  }
}
