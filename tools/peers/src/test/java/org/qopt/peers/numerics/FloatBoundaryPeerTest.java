package org.qopt.peers.numerics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.qopt.peers.ModelTensor;
import org.qopt.peers.SingleOpModel;
import org.qopt.target.tpu.numerics.Dequantize;
import org.qopt.target.tpu.numerics.QuantizeFloat;
import org.tensorflow.lite.schema.BuiltinOperator;
import org.tensorflow.lite.schema.BuiltinOptions;
import org.tensorflow.lite.schema.DequantizeOptionsT;
import org.tensorflow.lite.schema.QuantizeOptionsT;

/** The ways from float32 to int8 and back. */
class FloatBoundaryPeerTest {
  private static final int MODELS = 200;

  /** Around each half between two bytes: the half itself and its neighbours. */
  @Test
  void quantize() {
    for (int seed = 0; seed < MODELS; seed++) {
      Generator random = new Generator(seed);
      float scale = random.scale(0.05);
      int zero = random.zeroPoint();
      float[] input = zero < 0 ? ties(scale) : withExtremes(ties(scale));
      byte[] model =
          SingleOpModel.of(BuiltinOperator.QUANTIZE, 1)
              .options(BuiltinOptions.QuantizeOptions, new QuantizeOptionsT())
              .operand(ModelTensor.float32(input.length))
              .build(ModelTensor.int8(scale, zero, input.length));
      byte[] expected =
          Peer.run(
              model,
              tflite -> {
                tflite.set(tflite.inputs()[0], input);
                tflite.run();
                return tflite.int8(tflite.outputs()[0]);
              });
      assertArrayEquals(
          expected, new QuantizeFloat(scale, zero).execute(input), () -> scale + ":" + zero);
    }
  }

  private static float[] ties(float scale) {
    float[] input = new float[3 * 600];
    for (int i = 0; i < 600; i++) {
      float half = (i - 300 + 0.5f) * scale;
      input[3 * i] = Math.nextDown(half);
      input[3 * i + 1] = half;
      input[3 * i + 2] = Math.nextUp(half);
    }
    return input;
  }

  /**
   * Adds quotients that are no int32. With a negative zero point the peer's sum is undefined then.
   */
  private static float[] withExtremes(float[] input) {
    float[] extremes = {Float.NaN, Float.NEGATIVE_INFINITY, 1e30f, -1e30f, 0f, -0f, 1e-40f};
    float[] all = Arrays.copyOf(input, input.length + extremes.length);
    System.arraycopy(extremes, 0, all, input.length, extremes.length);
    return all;
  }

  @Test
  void dequantize() {
    byte[] input = Generator.everyByte();
    for (int seed = 0; seed < MODELS; seed++) {
      Generator random = new Generator(seed);
      float scale = random.scale(0.05);
      int zero = random.zeroPoint();
      byte[] model =
          SingleOpModel.of(BuiltinOperator.DEQUANTIZE, 2)
              .options(BuiltinOptions.DequantizeOptions, new DequantizeOptionsT())
              .operand(ModelTensor.int8(scale, zero, 256))
              .build(ModelTensor.float32(256));
      float[] expected =
          Peer.run(
              model,
              tflite -> {
                tflite.set(tflite.inputs()[0], input);
                tflite.run();
                return tflite.float32(tflite.outputs()[0]);
              });
      assertArrayEquals(expected, new Dequantize(scale, zero).execute(input));
    }
  }
}
