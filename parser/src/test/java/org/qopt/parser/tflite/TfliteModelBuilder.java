package org.qopt.parser.tflite;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.qopt.ir.Operation;
import org.qopt.ir.type.Shape;
import org.tensorflow.lite.schema.BufferT;
import org.tensorflow.lite.schema.BuiltinOptionsUnion;
import org.tensorflow.lite.schema.ModelT;
import org.tensorflow.lite.schema.OperatorCodeT;
import org.tensorflow.lite.schema.OperatorT;
import org.tensorflow.lite.schema.QuantizationParametersT;
import org.tensorflow.lite.schema.SubGraphT;
import org.tensorflow.lite.schema.TensorT;
import org.tensorflow.lite.schema.TensorType;

/** Builds small TensorFlow Lite models. */
final class TfliteModelBuilder {
  private final List<TensorT> tensors = new ArrayList<>();
  private final List<BufferT> buffers = new ArrayList<>();
  private final List<OperatorT> operators = new ArrayList<>();
  private final List<OperatorCodeT> codes = new ArrayList<>();
  private final List<Integer> inputs = new ArrayList<>();

  TfliteModelBuilder() {
    buffers.add(new BufferT());
  }

  /** {@return the position of a new input of float32} */
  int input(String name, int... shape) {
    int position = tensor(name, shape);
    inputs.add(position);
    return position;
  }

  /** Makes a tensor an input. */
  void asInput(int position) {
    inputs.add(position);
  }

  /** {@return the position of a new tensor of float32 without elements} */
  int tensor(String name, int... shape) {
    return tensor(name, TensorType.FLOAT32, shape);
  }

  /** {@return the position of a new tensor without elements} */
  int tensor(String name, byte type, int... shape) {
    TensorT tensor = new TensorT();
    tensor.setName(name);
    tensor.setType(type);
    tensor.setShape(shape);
    tensors.add(tensor);
    return tensors.size() - 1;
  }

  /** {@return the position of a new constant of float32, 0.5 everywhere} */
  int weights(String name, int... shape) {
    float[] values = new float[(int) elements(shape)];
    java.util.Arrays.fill(values, 0.5f);
    return constant(name, values, shape);
  }

  int constant(String name, float[] values, int... shape) {
    ByteBuffer bytes = bytes(values.length * Float.BYTES);
    for (float value : values) {
      bytes.putFloat(value);
    }
    return constant(name, TensorType.FLOAT32, bytes, shape);
  }

  /** {@return the position of a new constant vector of int32} */
  int integers(String name, int... values) {
    return integerTensor(name, values, values.length);
  }

  /** {@return the position of a new constant of int32} */
  int integerTensor(String name, int[] values, int... shape) {
    ByteBuffer bytes = bytes(values.length * Integer.BYTES);
    for (int value : values) {
      bytes.putInt(value);
    }
    return constant(name, TensorType.INT32, bytes, shape);
  }

  /** {@return the position of a new constant with these bytes} */
  int constant(String name, byte type, ByteBuffer bytes, int... shape) {
    int position = tensor(name, type, shape);
    int[] data = new int[bytes.capacity()];
    for (int i = 0; i < data.length; i++) {
      data[i] = bytes.get(i) & 0xFF;
    }
    BufferT buffer = new BufferT();
    buffer.setData(data);
    buffers.add(buffer);
    tensors.get(position).setBuffer(buffers.size() - 1);
    return position;
  }

  /** Says what the integers of a tensor stand for. */
  TfliteModelBuilder quantize(int position, float[] scales, long[] zeroPoints, int axis) {
    QuantizationParametersT parameters = new QuantizationParametersT();
    parameters.setScale(scales);
    parameters.setZeroPoint(zeroPoints);
    parameters.setQuantizedDimension(axis);
    tensors.get(position).setQuantization(parameters);
    return this;
  }

  /** Says which dimensions of a tensor may change, by -1. */
  TfliteModelBuilder signature(int position, int... shape) {
    tensors.get(position).setShapeSignature(shape);
    return this;
  }

  /** Adds a node without options. */
  TfliteModelBuilder node(int code, int[] from, int... to) {
    return node(code, _ -> {}, from, to);
  }

  /** Adds a node. */
  TfliteModelBuilder node(int code, Consumer<BuiltinOptionsUnion> options, int[] from, int... to) {
    OperatorCodeT operatorCode = new OperatorCodeT();
    operatorCode.setBuiltinCode(code);
    operatorCode.setDeprecatedBuiltinCode((byte) Math.min(code, 127));
    codes.add(operatorCode);
    BuiltinOptionsUnion union = new BuiltinOptionsUnion();
    options.accept(union);
    OperatorT operator = new OperatorT();
    operator.setOpcodeIndex(codes.size() - 1);
    operator.setInputs(from);
    operator.setOutputs(to);
    operator.setBuiltinOptions(union);
    operators.add(operator);
    return this;
  }

  /** {@return the file of the model that returns {@code outputs}} */
  byte[] file(int... outputs) {
    SubGraphT graph = new SubGraphT();
    graph.setTensors(tensors.toArray(TensorT[]::new));
    graph.setInputs(inputs.stream().mapToInt(Integer::intValue).toArray());
    graph.setOutputs(outputs);
    graph.setOperators(operators.toArray(OperatorT[]::new));
    return file(graph);
  }

  /** {@return the file of a model with these subgraphs} */
  byte[] file(SubGraphT... graphs) {
    ModelT model = new ModelT();
    model.setVersion(3);
    model.setSubgraphs(graphs);
    model.setBuffers(buffers.toArray(BufferT[]::new));
    model.setOperatorCodes(codes.toArray(OperatorCodeT[]::new));
    return model.serializeToBinary();
  }

  /** {@return the program of the model that returns {@code outputs}} */
  Operation read(int... outputs) {
    return read(file(outputs));
  }

  /** {@return the program in a file} */
  static Operation read(byte[] file) {
    return read(file, Map.of());
  }

  /** {@return the program in a file with shapes of inputs given} */
  static Operation read(byte[] file, Map<String, Shape> shapes) {
    return TfliteReader.read(ByteBuffer.wrap(file), shapes);
  }

  static ByteBuffer bytes(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static long elements(int[] shape) {
    long product = 1;
    for (int dim : shape) {
      product *= dim;
    }
    return product;
  }
}
