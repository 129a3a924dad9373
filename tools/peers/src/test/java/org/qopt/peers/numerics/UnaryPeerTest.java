package org.qopt.peers.numerics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.qopt.peers.ModelTensor;
import org.qopt.peers.SingleOpModel;
import org.qopt.target.tpu.numerics.Activation;
import org.qopt.target.tpu.numerics.ByteFunction;
import org.qopt.target.tpu.numerics.HardSwish;
import org.qopt.target.tpu.numerics.LookupTable;
import org.qopt.target.tpu.numerics.Requantize;
import org.tensorflow.lite.schema.BuiltinOperator;
import org.tensorflow.lite.schema.BuiltinOptions;
import org.tensorflow.lite.schema.HardSwishOptionsT;
import org.tensorflow.lite.schema.QuantizeOptionsT;

/** Operations on single values: all 256 of them, with many parameters. */
class UnaryPeerTest {
  private static final int MODELS = 500;
  private static final byte[] INPUT = Generator.everyByte();

  private static SingleOpModel model(int operator, int version) {
    return SingleOpModel.of(operator, version);
  }

  private static void compare(
      SingleOpModel model, float si, int zi, float so, int zo, ByteFunction kernel) {
    byte[] file = model.operand(ModelTensor.int8(si, zi, 256)).build(ModelTensor.int8(so, zo, 256));
    assertArrayEquals(
        Peer.int8(file, INPUT),
        kernel.execute(INPUT),
        () -> "from " + si + ":" + zi + " to " + so + ":" + zo);
  }

  @Test
  void requantize() {
    for (int seed = 0; seed < MODELS; seed++) {
      Generator random = new Generator(seed);
      float si = random.scale(0.1);
      float so = random.scale(0.1);
      int zi = random.zeroPoint();
      int zo = random.zeroPoint();
      SingleOpModel model =
          model(BuiltinOperator.QUANTIZE, 2)
              .options(BuiltinOptions.QuantizeOptions, new QuantizeOptionsT());
      compare(model, si, zi, so, zo, Requantize.of(si, zi, so, zo));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"RELU", "RELU6", "RELU_N1_TO_1", "RELU_0_TO_1"})
  void activation(Activation activation) {
    int operator =
        switch (activation) {
          case RELU -> BuiltinOperator.RELU;
          case RELU6 -> BuiltinOperator.RELU6;
          case RELU_N1_TO_1 -> BuiltinOperator.RELU_N1_TO_1;
          case RELU_0_TO_1 -> BuiltinOperator.RELU_0_TO_1;
          case NONE -> throw new AssertionError("no operation");
        };
    int version = activation == Activation.RELU_0_TO_1 ? 1 : 2;
    for (int seed = 0; seed < MODELS; seed++) {
      Generator random = new Generator(seed);
      float si = random.scale(0.03);
      float so = random.chance(0.2) ? si : random.scale(0.03);
      int zi = random.zeroPoint();
      int zo = random.zeroPoint();
      compare(
          model(operator, activation == Activation.RELU_N1_TO_1 ? 1 : version),
          si,
          zi,
          so,
          zo,
          Requantize.of(activation, si, zi, so, zo));
    }
  }

  @Test
  void hardSwish() {
    for (int seed = 0; seed < MODELS; seed++) {
      Generator random = new Generator(seed);
      float si = random.scale(0.05);
      float so = random.scale(0.05);
      int zi = random.zeroPoint();
      int zo = random.zeroPoint();
      SingleOpModel model =
          model(BuiltinOperator.HARD_SWISH, 1)
              .options(BuiltinOptions.HardSwishOptions, new HardSwishOptionsT());
      compare(model, si, zi, so, zo, HardSwish.of(si, zi, so, zo));
    }
  }

  @Test
  void logistic() {
    for (int seed = 0; seed < MODELS; seed++) {
      Generator random = new Generator(seed);
      float si = random.scale(0.05);
      int zi = random.zeroPoint();
      compare(
          model(BuiltinOperator.LOGISTIC, 2),
          si,
          zi,
          1f / 256,
          -128,
          LookupTable.logistic(si, zi, 1f / 256, -128));
    }
  }

  @Test
  void tanh() {
    for (int seed = 0; seed < MODELS; seed++) {
      Generator random = new Generator(seed);
      float si = random.scale(0.05);
      int zi = random.zeroPoint();
      compare(
          model(BuiltinOperator.TANH, 2),
          si,
          zi,
          1f / 128,
          0,
          LookupTable.tanh(si, zi, 1f / 128, 0));
    }
  }
}
