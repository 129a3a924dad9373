package org.qopt.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.ShortPointer;
import org.bytedeco.tensorflowlite.BuiltinOpResolverWithoutDefaultDelegates;
import org.bytedeco.tensorflowlite.FlatBufferModel;
import org.bytedeco.tensorflowlite.Interpreter;
import org.bytedeco.tensorflowlite.InterpreterBuilder;
import org.bytedeco.tensorflowlite.InterpreterOptions;
import org.bytedeco.tensorflowlite.OpResolver;
import org.bytedeco.tensorflowlite.TfLiteTensor;
import org.bytedeco.tensorflowlite.global.tensorflowlite;

/**
 * A model in TensorFlow Lite, run by its reference kernels, without a delegate. All tensors keep
 * their values, so intermediate ones can be read after a run. Tensors are numbered as in the
 * model's first subgraph. Not for use by several threads.
 */
public final class TfliteReference implements AutoCloseable {
  private final BytePointer bytes;
  private final FlatBufferModel model;
  private final Interpreter interpreter;

  private TfliteReference(byte[] file, OpResolver kernels) {
    bytes = new BytePointer(file);
    model = FlatBufferModel.BuildFromBuffer(bytes, file.length);
    if (model == null || model.isNull()) {
      throw new IllegalArgumentException("TensorFlow Lite does not take this for a model");
    }
    interpreter = new Interpreter((Pointer) null);
    try (InterpreterOptions options = new InterpreterOptions()) {
      options.SetPreserveAllTensors(true);
      try (InterpreterBuilder builder = new InterpreterBuilder(model, kernels, options)) {
        check(builder.apply(interpreter), "build an interpreter");
      }
    }
    check(interpreter.AllocateTensors(), "prepare the model");
  }

  /** {@return why the runtime cannot be used on this machine, or nothing if it can} */
  public static Optional<String> unavailable() {
    return ReferenceResolver.failure().map(e -> "TensorFlow Lite is not available: " + e);
  }

  /**
   * {@return the model in a file, ready for its inputs}
   *
   * @throws IOException if the file cannot be read
   * @throws IllegalArgumentException if the runtime refuses the model
   */
  public static TfliteReference load(Path file) throws IOException {
    return of(Files.readAllBytes(file));
  }

  /**
   * {@return the model in the bytes of a {@code .tflite} file, ready for its inputs}
   *
   * @throws IllegalArgumentException if the runtime refuses the model
   */
  public static TfliteReference of(byte[] file) {
    return new TfliteReference(file, ReferenceResolver.instance());
  }

  /**
   * {@return the model run by the optimized kernels instead, without a delegate}
   *
   * @throws IllegalArgumentException if the runtime refuses the model
   */
  public static TfliteReference optimized(byte[] file) {
    return new TfliteReference(file, new BuiltinOpResolverWithoutDefaultDelegates());
  }

  /** {@return the numbers of the model's input tensors} */
  public int[] inputs() {
    return ints(interpreter.inputs());
  }

  /** {@return the numbers of the model's output tensors} */
  public int[] outputs() {
    return ints(interpreter.outputs());
  }

  /** {@return how many tensors there are} */
  public int size() {
    return Math.toIntExact(interpreter.tensors_size());
  }

  /** {@return the name of a tensor; empty for what kernels add for themselves} */
  public String name(int tensor) {
    BytePointer name = tensor(tensor).name();
    return name == null ? "" : name.getString();
  }

  /**
   * {@return the number of the tensor with this name}
   *
   * @throws IllegalArgumentException if there is none
   */
  public int indexOf(String name) {
    return IntStream.range(0, size())
        .filter(i -> name(i).equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no tensor \"" + name + "\""));
  }

  /** {@return the dimensions of a tensor} */
  public int[] shape(int tensor) {
    var dims = tensor(tensor).dims();
    return IntStream.range(0, dims.size()).map(dims::data).toArray();
  }

  /** {@return whether a tensor holds int8} */
  public boolean isInt8(int tensor) {
    return tensor(tensor).type() == tensorflowlite.kTfLiteInt8;
  }

  /** {@return the scale of a tensor that has one for all its values, otherwise 0} */
  public float scale(int tensor) {
    return tensor(tensor).params().scale();
  }

  /** {@return the zero point of a tensor that has one for all its values, otherwise 0} */
  public int zeroPoint(int tensor) {
    return tensor(tensor).params().zero_point();
  }

  /**
   * Sets an int8 tensor, usually an input.
   *
   * @throws IllegalArgumentException if it is of another type or size
   */
  public void set(int tensor, byte[] values) {
    TfLiteTensor target = typed(tensor, tensorflowlite.kTfLiteInt8, values.length, Byte.BYTES);
    target.data().int8().put(values);
  }

  /**
   * Sets a float32 tensor, usually an input.
   *
   * @throws IllegalArgumentException if it is of another type or size
   */
  public void set(int tensor, float[] values) {
    TfLiteTensor target = typed(tensor, tensorflowlite.kTfLiteFloat32, values.length, Float.BYTES);
    target.data().f().put(values);
  }

  /**
   * Sets an int16 tensor, usually an input.
   *
   * @throws IllegalArgumentException if it is of another type or size
   */
  public void set(int tensor, short[] values) {
    TfLiteTensor target = typed(tensor, tensorflowlite.kTfLiteInt16, values.length, Short.BYTES);
    target.data().i16().put(values);
  }

  /**
   * Runs the model.
   *
   * @throws IllegalArgumentException if a kernel refuses its inputs
   */
  public void run() {
    check(interpreter.Invoke(), "run the model");
  }

  /**
   * {@return the values of an int8 tensor}
   *
   * @throws IllegalArgumentException if it is of another type
   */
  public byte[] int8(int tensor) {
    byte[] values = new byte[Math.toIntExact(tensor(tensor).bytes())];
    BytePointer data =
        typed(tensor, tensorflowlite.kTfLiteInt8, values.length, Byte.BYTES).data().int8();
    data.get(values);
    return values;
  }

  /**
   * {@return the values of an int16 tensor}
   *
   * @throws IllegalArgumentException if it is of another type
   */
  public short[] int16(int tensor) {
    short[] values = new short[Math.toIntExact(tensor(tensor).bytes() / Short.BYTES)];
    ShortPointer data =
        typed(tensor, tensorflowlite.kTfLiteInt16, values.length, Short.BYTES).data().i16();
    data.get(values);
    return values;
  }

  /**
   * {@return the values of a float32 tensor}
   *
   * @throws IllegalArgumentException if it is of another type
   */
  public float[] float32(int tensor) {
    float[] values = new float[Math.toIntExact(tensor(tensor).bytes() / Float.BYTES)];
    FloatPointer data =
        typed(tensor, tensorflowlite.kTfLiteFloat32, values.length, Float.BYTES).data().f();
    data.get(values);
    return values;
  }

  @Override
  public void close() {
    interpreter.deallocate();
    model.deallocate();
    bytes.deallocate();
  }

  private TfLiteTensor tensor(int index) {
    if (index < 0 || index >= size()) {
      throw new IllegalArgumentException("no tensor " + index + " of " + size());
    }
    return interpreter.tensor(index);
  }

  private TfLiteTensor typed(int index, int type, int length, int bytesPerValue) {
    TfLiteTensor tensor = tensor(index);
    if (tensor.type() != type || tensor.bytes() != (long) length * bytesPerValue) {
      throw new IllegalArgumentException(
          "tensor %d is of type %d with %d bytes, not of type %d with %d values"
              .formatted(index, tensor.type(), tensor.bytes(), type, length));
    }
    return tensor;
  }

  private static int[] ints(IntPointer list) {
    int[] result = new int[Math.toIntExact(list.limit() - list.position())];
    list.get(result);
    return result;
  }

  private static void check(int status, String action) {
    if (status != tensorflowlite.kTfLiteOk) {
      throw new IllegalArgumentException("TensorFlow Lite could not " + action);
    }
  }
}
