package org.qopt.peers;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.tensorflow.lite.schema.QuantizationParametersT;
import org.tensorflow.lite.schema.TensorT;
import org.tensorflow.lite.schema.TensorType;

/**
 * A tensor of a {@link SingleOpModel}.
 *
 * @param type a constant of {@link TensorType}
 * @param shape the dimensions
 * @param scales none for a plain tensor, one for the whole tensor, or one for each place on an axis
 * @param zeroPoint the value that stands for 0, the same everywhere
 * @param axis the dimension that several scales lie along
 * @param data the bytes of a constant, little-endian; none for what the program computes or is
 *     given
 */
public record ModelTensor(
    byte type, int[] shape, float[] scales, int zeroPoint, int axis, byte[] data) {
  private static final byte[] VARIABLE = {};

  /** {@return an int8 input or output} */
  public static ModelTensor int8(float scale, int zeroPoint, int... shape) {
    return new ModelTensor(TensorType.INT8, shape, new float[] {scale}, zeroPoint, 0, VARIABLE);
  }

  /** {@return a float32 input or output} */
  public static ModelTensor float32(int... shape) {
    return new ModelTensor(TensorType.FLOAT32, shape, new float[0], 0, 0, VARIABLE);
  }

  /** {@return int8 weights with one scale, or one for each place on an axis} */
  public static ModelTensor weights(
      byte[] values, float[] scales, int zeroPoint, int axis, int... shape) {
    return new ModelTensor(TensorType.INT8, shape, scales, zeroPoint, axis, values.clone());
  }

  /** {@return an int32 bias with one scale, or one for each value} */
  public static ModelTensor bias(int[] values, float[] scales) {
    return new ModelTensor(
        TensorType.INT32, new int[] {values.length}, scales, 0, 0, littleEndian(values));
  }

  /** {@return a constant list of int32} */
  public static ModelTensor list(int... values) {
    return bias(values, new float[0]);
  }

  private static byte[] littleEndian(int[] values) {
    ByteBuffer buffer =
        ByteBuffer.allocate(values.length * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    buffer.asIntBuffer().put(values);
    return buffer.array();
  }

  boolean isConstant() {
    return data.length > 0;
  }

  TensorT toFlatbuffer(String name, int buffer) {
    TensorT tensor = new TensorT();
    tensor.setName(name);
    tensor.setShape(shape);
    tensor.setType(type);
    tensor.setBuffer(buffer);
    if (scales.length > 0) {
      long[] zeroPoints = new long[scales.length];
      Arrays.fill(zeroPoints, zeroPoint);
      QuantizationParametersT quantization = new QuantizationParametersT();
      quantization.setScale(scales);
      quantization.setZeroPoint(zeroPoints);
      quantization.setQuantizedDimension(axis);
      tensor.setQuantization(quantization);
    }
    return tensor;
  }
}
