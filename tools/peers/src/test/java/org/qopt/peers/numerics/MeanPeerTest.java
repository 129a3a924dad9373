package org.qopt.peers.numerics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.qopt.peers.ModelTensor;
import org.qopt.peers.SingleOpModel;
import org.qopt.target.tpu.numerics.Mean;
import org.tensorflow.lite.schema.BuiltinOperator;
import org.tensorflow.lite.schema.BuiltinOptions;
import org.tensorflow.lite.schema.ReducerOptionsT;

class MeanPeerTest {
  private static final int MODELS = 60;

  /** Each set of axes of a tensor of four dimensions, by its bits. */
  @ParameterizedTest
  @ValueSource(ints = {0b0110, 0b0100, 0b1000, 0b0001, 0b1010, 0b1111})
  void everyByteIsThatOfTheReferenceKernel(int set) {
    for (int seed = 0; seed < MODELS; seed++) {
      compare(set, seed);
    }
  }

  /** Rows of one value each, where the mean is half an odd number but for the cut multiplier. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 6, 7, 11, 100, 125, 4096, 5001})
  void meansNextToHalves(int count) {
    byte[] input = new byte[256 * count];
    for (int i = 0; i < input.length; i++) {
      input[i] = (byte) (i / count);
    }
    for (int odd = 1; odd <= 7; odd += 2) {
      int[] shape = {256, count};
      float scale = 0.625f;
      byte[] model = model(scale * odd / 2, 3, scale, -5, shape, new int[] {1}, 256, 1);
      assertArrayEquals(
          Peer.int8(model, input),
          Mean.of(scale * odd / 2, 3, scale, -5, count).execute(input, shape, new int[] {1}),
          "odd " + odd);
    }
  }

  private static void compare(int set, int seed) {
    Generator random = new Generator(seed);
    int[] shape = new int[4];
    Arrays.setAll(shape, i -> random.between(1, 7));
    int[] axes = axes(set);
    int count = 1;
    int[] result = shape.clone();
    for (int axis : axes) {
      count *= shape[axis];
      result[axis] = 1;
    }
    float si = random.scale(0.1);
    float so = random.chance(0.3) ? si : random.scale(0.1);
    int zi = random.zeroPoint();
    int zo = random.zeroPoint();
    byte[] input = random.bytes(Arrays.stream(shape).reduce(1, (a, b) -> a * b));
    byte[] model = model(si, zi, so, zo, shape, axes, result);
    assertArrayEquals(
        Peer.int8(model, input),
        Mean.of(si, zi, so, zo, count).execute(input, shape, axes),
        "seed " + seed);
  }

  private static byte[] model(
      float si, int zi, float so, int zo, int[] shape, int[] axes, int... result) {
    ReducerOptionsT options = new ReducerOptionsT();
    options.setKeepDims(true);
    return SingleOpModel.of(BuiltinOperator.MEAN, 2)
        .options(BuiltinOptions.ReducerOptions, options)
        .operand(ModelTensor.int8(si, zi, shape))
        .operand(ModelTensor.list(axes))
        .build(ModelTensor.int8(so, zo, result));
  }

  private static int[] axes(int set) {
    return IntStream.range(0, 4).filter(i -> (set >> i & 1) != 0).toArray();
  }
}
