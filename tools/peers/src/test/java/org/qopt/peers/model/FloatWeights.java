package org.qopt.peers.model;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.tensorflow.lite.schema.BufferT;
import org.tensorflow.lite.schema.ModelT;
import org.tensorflow.lite.schema.OperatorT;
import org.tensorflow.lite.schema.QuantizationParametersT;
import org.tensorflow.lite.schema.TensorT;
import org.tensorflow.lite.schema.TensorType;

/**
 * Makes hybrid models real float ones. TensorFlow Lite would quantize the activations that meet
 * int8 weights; with the same weights in float32 it computes in float.
 */
final class FloatWeights {
  private FloatWeights() {}

  /** {@return the {@code .tflite} file with every int8 weight in float32} */
  static byte[] of(byte[] file) {
    ModelT model = ModelT.deserializeFromBinary(file);
    clearEmpty(model);
    for (TensorT tensor : model.getSubgraphs()[0].getTensors()) {
      BufferT buffer = model.getBuffers()[(int) tensor.getBuffer()];
      if (tensor.getType() == TensorType.INT8 && buffer.getData() != null) {
        buffer.setData(widened(tensor, buffer.getData()));
        tensor.setType(TensorType.FLOAT32);
        tensor.setQuantization(new QuantizationParametersT());
      }
    }
    return model.serializeToBinary();
  }

  // Unpacking makes no difference between none and empty; the runtime does.
  private static void clearEmpty(ModelT model) {
    for (BufferT buffer : model.getBuffers()) {
      if (buffer.getData().length == 0) {
        buffer.setData(null);
      }
    }
    for (OperatorT operator : model.getSubgraphs()[0].getOperators()) {
      if (operator.getCustomOptions().length == 0) {
        operator.setCustomOptions(null);
      }
    }
  }

  private static int[] widened(TensorT tensor, int[] data) {
    float[] scales = tensor.getQuantization().getScale();
    if (scales.length != 1) {
      throw new IllegalArgumentException(tensor.getName() + " has several scales");
    }
    ByteBuffer bytes =
        ByteBuffer.allocate(data.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (int value : data) {
      bytes.putFloat((byte) value * scales[0]);
    }
    int[] result = new int[bytes.capacity()];
    for (int i = 0; i < result.length; i++) {
      result[i] = Byte.toUnsignedInt(bytes.get(i));
    }
    return result;
  }
}
