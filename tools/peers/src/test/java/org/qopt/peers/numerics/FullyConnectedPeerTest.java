package org.qopt.peers.numerics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;
import org.qopt.peers.ModelTensor;
import org.qopt.peers.SingleOpModel;
import org.qopt.target.tpu.numerics.AccumulatorScaling;
import org.qopt.target.tpu.numerics.Activation;
import org.qopt.target.tpu.numerics.ActivationClamp;
import org.qopt.target.tpu.numerics.FullyConnected;
import org.qopt.target.tpu.numerics.OutputStage;
import org.tensorflow.lite.schema.BuiltinOperator;
import org.tensorflow.lite.schema.BuiltinOptions;
import org.tensorflow.lite.schema.FullyConnectedOptionsT;

class FullyConnectedPeerTest {
  private static final int MODELS = 300;

  @Test
  void everyByteIsThatOfTheReferenceKernel() {
    for (int seed = 0; seed < MODELS; seed++) {
      Generator random = new Generator(seed);
      compare(
          new Case(
              random.scale(0.05),
              random.scales(0.01, random.chance(0.5) ? 1 : 20),
              random.scale(0.1)),
          random,
          seed);
    }
  }

  /** Multipliers of few bits, and accumulators in a range where a quarter of them lie on a half. */
  @Test
  void exactHalvesGoAwayFromZero() {
    for (int seed = 0; seed < MODELS; seed++) {
      Generator random = new Generator(seed);
      float odd = 1 + 2 * random.between(0, 6);
      compare(
          new Case(odd / 64, new float[] {1f / 32}, 1f / (1 << random.between(0, 3))),
          random,
          seed);
    }
  }

  @Test
  void productsNextToHalves() {
    byte[] input = Generator.everyByte();
    for (int seed = 0; seed < MODELS; seed++) {
      NearHalves near = NearHalves.random(new Generator(seed));
      byte[] model =
          SingleOpModel.of(BuiltinOperator.FULLY_CONNECTED, 4)
              .options(BuiltinOptions.FullyConnectedOptions, new FullyConnectedOptionsT())
              .operand(ModelTensor.int8(near.inputScale(), near.inputZero(), 256, 1))
              .operand(
                  ModelTensor.weights(near.weights(), near.weightScales(), 0, 0, near.outputs(), 1))
              .operand(
                  ModelTensor.bias(
                      near.noBias(),
                      Conv2dPeerTest.biasScales(near.inputScale(), near.weightScales())))
              .build(ModelTensor.int8(near.outputScale(), 0, 256, near.outputs()));
      AccumulatorScaling scaling =
          AccumulatorScaling.fullyConnected(
              near.inputScale(), near.weightScales(), near.outputScale());
      FullyConnected kernel =
          new FullyConnected(
              near.inputZero(),
              new OutputStage(scaling, 0, ActivationClamp.FULL),
              near.weights(),
              0,
              1,
              near.noBias());
      assertArrayEquals(Peer.int8(model, input), kernel.execute(input), "seed " + seed);
    }
  }

  private record Case(float inputScale, float[] weightScales, float outputScale) {}

  private static void compare(Case scales, Generator random, int seed) {
    int rows = 20;
    int inputs = random.between(1, 30);
    int outputs = 20;
    int inputZero = random.zeroPoint();
    int weightZero = scales.weightScales.length == 1 ? random.between(-3, 3) : 0;
    int outputZero = random.zeroPoint();
    Activation activation = random.activation();
    byte[] weights = random.weights(outputs * inputs);
    int[] bias = random.ints(outputs, 3000);
    byte[] input = random.bytes(rows * inputs);
    FullyConnectedOptionsT options = new FullyConnectedOptionsT();
    options.setFusedActivationFunction(Generator.code(activation));

    byte[] model =
        SingleOpModel.of(BuiltinOperator.FULLY_CONNECTED, 4)
            .options(BuiltinOptions.FullyConnectedOptions, options)
            .operand(ModelTensor.int8(scales.inputScale, inputZero, rows, inputs))
            .operand(
                ModelTensor.weights(weights, scales.weightScales, weightZero, 0, outputs, inputs))
            .operand(
                ModelTensor.bias(
                    bias, Conv2dPeerTest.biasScales(scales.inputScale, scales.weightScales)))
            .build(ModelTensor.int8(scales.outputScale, outputZero, rows, outputs));
    OutputStage stage =
        new OutputStage(
            AccumulatorScaling.fullyConnected(
                scales.inputScale, scales.weightScales, scales.outputScale),
            outputZero,
            ActivationClamp.of(activation, scales.outputScale, outputZero));
    FullyConnected kernel = new FullyConnected(inputZero, stage, weights, weightZero, inputs, bias);

    assertArrayEquals(Peer.int8(model, input), kernel.execute(input), "seed " + seed);
  }
}
