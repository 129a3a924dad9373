package org.qopt.parser.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.AttributeProto.AttributeType;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto.Dimension;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.util.Arrays;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.qopt.ir.Operation;
import org.qopt.ir.type.Shape;

/** Builds small ONNX models. */
final class OnnxModelBuilder {
  private final GraphProto.Builder graph = GraphProto.newBuilder();
  private final long opset;

  OnnxModelBuilder(long opset) {
    this.opset = opset;
  }

  /** Adds an input of float; a dimension is a number, or else the symbol of one that is open. */
  OnnxModelBuilder input(String name, Object... dims) {
    return input(name, DataType.FLOAT, dims);
  }

  /** Adds an input. */
  OnnxModelBuilder input(String name, DataType type, Object... dims) {
    TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
    for (Object dim : dims) {
      Dimension.Builder dimension = Dimension.newBuilder();
      shape.addDim(
          dim instanceof Integer size
              ? dimension.setDimValue(size)
              : dimension.setDimParam(dim.toString()));
    }
    TypeProto.Tensor.Builder tensor =
        TypeProto.Tensor.newBuilder().setElemType(type.getNumber()).setShape(shape);
    graph.addInput(
        ValueInfoProto.newBuilder()
            .setName(name)
            .setType(TypeProto.newBuilder().setTensorType(tensor)));
    return this;
  }

  /** Adds a constant of float, 0.5 everywhere. */
  OnnxModelBuilder weights(String name, long... dims) {
    float[] values = new float[(int) Shape.of(dims).elements()];
    Arrays.fill(values, 0.5f);
    return floats(name, values, dims);
  }

  /** Adds a constant of float. */
  OnnxModelBuilder floats(String name, float[] values, long... dims) {
    TensorProto.Builder tensor = tensor(name, DataType.FLOAT, dims);
    for (float value : values) {
      tensor.addFloatData(value);
    }
    return constant(tensor);
  }

  /** Adds a constant vector of int64. */
  OnnxModelBuilder integers(String name, long... values) {
    TensorProto.Builder tensor = tensor(name, DataType.INT64, values.length);
    for (long value : values) {
      tensor.addInt64Data(value);
    }
    return constant(tensor);
  }

  /** Adds a constant. */
  OnnxModelBuilder constant(TensorProto.Builder tensor) {
    graph.addInitializer(tensor);
    return this;
  }

  static TensorProto.Builder tensor(String name, DataType type, long... dims) {
    TensorProto.Builder tensor =
        TensorProto.newBuilder().setName(name).setDataType(type.getNumber());
    for (long dim : dims) {
      tensor.addDims(dim);
    }
    return tensor;
  }

  /** Adds a node; {@code inputs} are separated by blanks, {@code -} is one that is absent. */
  OnnxModelBuilder node(String op, String inputs, String output, AttributeProto... attributes) {
    return node(op, inputs, output, node -> node.addAllAttribute(Arrays.asList(attributes)));
  }

  /** Adds a node. */
  OnnxModelBuilder node(
      String op, String inputs, String output, UnaryOperator<NodeProto.Builder> change) {
    NodeProto.Builder node = NodeProto.newBuilder().setOpType(op).addOutput(output);
    for (String input : inputs.isEmpty() ? new String[0] : inputs.split(" ")) {
      node.addInput(input.equals("-") ? "" : input);
    }
    graph.addNode(change.apply(node));
    return this;
  }

  static AttributeProto integer(String name, long value) {
    return attribute(name, AttributeType.INT).setI(value).build();
  }

  static AttributeProto real(String name, float value) {
    return attribute(name, AttributeType.FLOAT).setF(value).build();
  }

  static AttributeProto string(String name, String value) {
    return attribute(name, AttributeType.STRING).setS(ByteString.copyFromUtf8(value)).build();
  }

  static AttributeProto integers(String name, Long... values) {
    return attribute(name, AttributeType.INTS).addAllInts(Arrays.asList(values)).build();
  }

  static AttributeProto tensor(String name, TensorProto.Builder value) {
    return attribute(name, AttributeType.TENSOR).setT(value).build();
  }

  static AttributeProto.Builder attribute(String name, AttributeType type) {
    return AttributeProto.newBuilder().setName(name).setType(type);
  }

  /** {@return the model that returns {@code outputs}} */
  ModelProto model(String... outputs) {
    GraphProto.Builder whole = graph.clone();
    for (String output : outputs) {
      whole.addOutput(ValueInfoProto.newBuilder().setName(output));
    }
    return ModelProto.newBuilder()
        .setIrVersion(8)
        .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(opset))
        .setGraph(whole)
        .build();
  }

  /** {@return the program of the model that returns {@code outputs}} */
  Operation read(String... outputs) {
    return read(Map.of(), outputs);
  }

  /** {@return the same with shapes of inputs given} */
  Operation read(Map<String, Shape> shapes, String... outputs) {
    ModelProto model = model(outputs);
    return OnnxReader.read(model, model.getSerializedSize(), shapes);
  }
}
