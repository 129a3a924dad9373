package org.qopt.peers;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.tensorflow.lite.schema.BufferT;
import org.tensorflow.lite.schema.BuiltinOptionsUnion;
import org.tensorflow.lite.schema.ModelT;
import org.tensorflow.lite.schema.OperatorCodeT;
import org.tensorflow.lite.schema.OperatorT;
import org.tensorflow.lite.schema.SubGraphT;
import org.tensorflow.lite.schema.TensorT;

/**
 * Makes the {@code .tflite} file of a model with one operation. Its tensors are numbered as they
 * are given: the operation's operands, then its result.
 */
public final class SingleOpModel {
  private static final int MODEL_VERSION = 3;

  /** Operators beyond this number do not fit in the field that older files use. */
  private static final int LARGEST_OLD_CODE = 127;

  private final int operator;
  private final int version;
  private final BuiltinOptionsUnion options = new BuiltinOptionsUnion();
  private final List<ModelTensor> operands = new ArrayList<>();

  private SingleOpModel(int operator, int version) {
    this.operator = operator;
    this.version = version;
  }

  /**
   * {@return a model of an operation}
   *
   * @param operator a constant of {@link org.tensorflow.lite.schema.BuiltinOperator}
   * @param version the operation's version, at least the one that has the wanted types
   */
  public static SingleOpModel of(int operator, int version) {
    return new SingleOpModel(operator, version);
  }

  /**
   * Sets the operation's options.
   *
   * @param type a constant of {@link org.tensorflow.lite.schema.BuiltinOptions}
   * @param value the options object for it
   * @return this
   */
  public SingleOpModel options(byte type, Object value) {
    options.setType(type);
    options.setValue(value);
    return this;
  }

  /**
   * Adds the next operand: a constant if it has data, an input of the model otherwise.
   *
   * @return this
   */
  public SingleOpModel operand(ModelTensor tensor) {
    operands.add(tensor);
    return this;
  }

  /** {@return the file of the model with this result} */
  public byte[] build(ModelTensor result) {
    List<ModelTensor> all = new ArrayList<>(operands);
    all.add(result);
    TensorT[] tensors = new TensorT[all.size()];
    BufferT[] buffers = new BufferT[all.size() + 1];
    buffers[0] = buffer(new byte[0]);
    for (int i = 0; i < tensors.length; i++) {
      tensors[i] = all.get(i).toFlatbuffer("t" + i, i + 1);
      buffers[i + 1] = buffer(all.get(i).data());
    }
    SubGraphT graph = new SubGraphT();
    graph.setTensors(tensors);
    graph.setInputs(variables());
    graph.setOutputs(new int[] {operands.size()});
    graph.setOperators(new OperatorT[] {operation()});
    ModelT model = new ModelT();
    model.setVersion(MODEL_VERSION);
    model.setOperatorCodes(new OperatorCodeT[] {code()});
    model.setSubgraphs(new SubGraphT[] {graph});
    model.setBuffers(buffers);
    return model.serializeToBinary();
  }

  private int[] variables() {
    return IntStream.range(0, operands.size()).filter(i -> !operands.get(i).isConstant()).toArray();
  }

  private OperatorT operation() {
    OperatorT operation = new OperatorT();
    operation.setInputs(IntStream.range(0, operands.size()).toArray());
    operation.setOutputs(new int[] {operands.size()});
    operation.setBuiltinOptions(options);
    return operation;
  }

  private OperatorCodeT code() {
    OperatorCodeT code = new OperatorCodeT();
    code.setBuiltinCode(operator);
    code.setDeprecatedBuiltinCode((byte) Math.min(operator, LARGEST_OLD_CODE));
    code.setVersion(version);
    return code;
  }

  private static BufferT buffer(byte[] bytes) {
    int[] data = new int[bytes.length];
    for (int i = 0; i < data.length; i++) {
      data[i] = Byte.toUnsignedInt(bytes[i]);
    }
    BufferT buffer = new BufferT();
    if (data.length > 0) {
      // A vector of no bytes would be a constant that is too short; none at all is no constant.
      buffer.setData(data);
    }
    return buffer;
  }
}
