package org.qopt.peers.numerics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;
import org.qopt.peers.ModelTensor;
import org.qopt.peers.SingleOpModel;
import org.qopt.target.tpu.numerics.AccumulatorScaling;
import org.qopt.target.tpu.numerics.Activation;
import org.qopt.target.tpu.numerics.ActivationClamp;
import org.qopt.target.tpu.numerics.DepthwiseConv2d;
import org.qopt.target.tpu.numerics.OutputStage;
import org.tensorflow.lite.schema.BuiltinOperator;
import org.tensorflow.lite.schema.BuiltinOptions;
import org.tensorflow.lite.schema.DepthwiseConv2DOptionsT;

class DepthwiseConv2dPeerTest {
  private static final int MODELS = 300;

  @Test
  void everyByteIsThatOfTheReferenceKernel() {
    for (int seed = 0; seed < MODELS; seed++) {
      compare(seed);
    }
  }

  private static void compare(int seed) {
    Generator random = new Generator(seed);
    int multiplier = random.between(1, 3);
    WindowedCase shapes = WindowedCase.random(random, random.between(1, 9), true);
    int outputs = shapes.input().channels() * multiplier;
    int rows = shapes.window().rows().kernel();
    int columns = shapes.window().columns().kernel();
    float inputScale = random.scale(0.05);
    int inputZero = random.zeroPoint();
    float[] weightScales = random.scales(0.01, random.chance(0.2) ? 1 : outputs);
    float outputScale = random.scale(0.03 * Math.sqrt(rows * columns));
    int outputZero = random.zeroPoint();
    Activation activation = random.activation();
    byte[] weights = random.weights(rows * columns * outputs);
    int[] bias = random.ints(outputs, 3000);
    byte[] input = random.bytes(shapes.input().size());

    byte[] model =
        SingleOpModel.of(BuiltinOperator.DEPTHWISE_CONV_2D, 3)
            .options(BuiltinOptions.DepthwiseConv2DOptions, options(shapes, multiplier, activation))
            .operand(ModelTensor.int8(inputScale, inputZero, shapes.inputShape()))
            .operand(ModelTensor.weights(weights, weightScales, 0, 3, 1, rows, columns, outputs))
            .operand(ModelTensor.bias(bias, Conv2dPeerTest.biasScales(inputScale, weightScales)))
            .build(ModelTensor.int8(outputScale, outputZero, shapes.outputShape(outputs)));
    OutputStage stage =
        new OutputStage(
            AccumulatorScaling.convolution(inputScale, weightScales, outputScale),
            outputZero,
            ActivationClamp.of(activation, outputScale, outputZero));
    DepthwiseConv2d kernel =
        new DepthwiseConv2d(shapes.window(), inputZero, stage, weights, multiplier, bias);

    assertArrayEquals(
        Peer.int8(model, input), kernel.execute(input, shapes.input()), "seed " + seed);
  }

  private static DepthwiseConv2DOptionsT options(
      WindowedCase shapes, int multiplier, Activation activation) {
    DepthwiseConv2DOptionsT options = new DepthwiseConv2DOptionsT();
    options.setPadding(shapes.padding());
    options.setStrideH(shapes.window().rows().stride());
    options.setStrideW(shapes.window().columns().stride());
    options.setDilationHFactor(shapes.window().rows().dilation());
    options.setDilationWFactor(shapes.window().columns().dilation());
    options.setDepthMultiplier(multiplier);
    options.setFusedActivationFunction(Generator.code(activation));
    return options;
  }
}
