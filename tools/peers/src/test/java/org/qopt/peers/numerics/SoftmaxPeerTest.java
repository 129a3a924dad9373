package org.qopt.peers.numerics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.qopt.peers.ModelTensor;
import org.qopt.peers.SingleOpModel;
import org.qopt.target.tpu.numerics.Softmax;
import org.tensorflow.lite.schema.BuiltinOperator;
import org.tensorflow.lite.schema.BuiltinOptions;
import org.tensorflow.lite.schema.SoftmaxOptionsT;

class SoftmaxPeerTest {
  private static final int MODELS = 40;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 10, 12, 100, 500})
  void everyByteIsThatOfTheReferenceKernel(int depth) {
    for (int seed = 0; seed < MODELS; seed++) {
      Generator random = new Generator(seed);
      float beta = random.chance(0.7) ? 1 : random.scale(1);
      byte[] input = random.bytes(depth * 30);
      compare(random.scale(0.1), beta, depth, input);
    }
  }

  /** Two values: each difference, with the larger first and last. */
  @Test
  void everyDifference() {
    byte[] input = new byte[256 * 4];
    for (int d = 0; d < 256; d++) {
      input[4 * d] = Byte.MAX_VALUE;
      input[4 * d + 1] = (byte) (Byte.MAX_VALUE - d);
      input[4 * d + 2] = (byte) (Byte.MIN_VALUE + d);
      input[4 * d + 3] = Byte.MIN_VALUE;
    }
    for (int seed = 0; seed < MODELS; seed++) {
      Generator random = new Generator(seed);
      compare(random.scale(random.chance(0.5) ? 0.03 : 0.5), 1, 2, input);
    }
  }

  /** Results of one step and less. From a sum of 512 on the peer stops the process. */
  @ParameterizedTest
  @ValueSource(ints = {255, 256, 257, 511})
  void equalValues(int depth) {
    compare(0.1f, 1, depth, new byte[depth]);
  }

  private static void compare(float scale, float beta, int depth, byte[] input) {
    int[] shape = {input.length / depth, depth};
    SoftmaxOptionsT options = new SoftmaxOptionsT();
    options.setBeta(beta);
    byte[] model =
        SingleOpModel.of(BuiltinOperator.SOFTMAX, 2)
            .options(BuiltinOptions.SoftmaxOptions, options)
            .operand(ModelTensor.int8(scale, 3, shape))
            .build(ModelTensor.int8(1f / 256, -128, shape));
    assertArrayEquals(
        Peer.int8(model, input),
        Softmax.of(scale, beta).execute(input, depth),
        () -> "scale " + scale + ", beta " + beta);
  }
}
