package org.qopt.peers.numerics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;
import org.qopt.peers.ModelTensor;
import org.qopt.peers.SingleOpModel;
import org.qopt.target.image.Nhwc;
import org.qopt.target.image.Window1d;
import org.qopt.target.image.Window2d;
import org.qopt.target.tpu.numerics.AccumulatorScaling;
import org.qopt.target.tpu.numerics.Activation;
import org.qopt.target.tpu.numerics.ActivationClamp;
import org.qopt.target.tpu.numerics.Conv2d;
import org.qopt.target.tpu.numerics.OutputStage;
import org.tensorflow.lite.schema.BuiltinOperator;
import org.tensorflow.lite.schema.BuiltinOptions;
import org.tensorflow.lite.schema.Conv2DOptionsT;
import org.tensorflow.lite.schema.Padding;

class Conv2dPeerTest {
  private static final int MODELS = 300;

  @Test
  void everyByteIsThatOfTheReferenceKernel() {
    for (int seed = 0; seed < MODELS; seed++) {
      compare(seed);
    }
  }

  @Test
  void productsNextToHalves() {
    byte[] input = Generator.everyByte();
    Window2d window = new Window2d(Window1d.valid(1, 1, 1), Window1d.valid(1, 1, 1));
    for (int seed = 0; seed < MODELS; seed++) {
      NearHalves near = NearHalves.random(new Generator(seed));
      byte[] model =
          SingleOpModel.of(BuiltinOperator.CONV_2D, 3)
              .options(BuiltinOptions.Conv2DOptions, pointwise())
              .operand(ModelTensor.int8(near.inputScale(), near.inputZero(), 1, 16, 16, 1))
              .operand(
                  ModelTensor.weights(
                      near.weights(), near.weightScales(), 0, 0, near.outputs(), 1, 1, 1))
              .operand(
                  ModelTensor.bias(
                      near.noBias(), biasScales(near.inputScale(), near.weightScales())))
              .build(ModelTensor.int8(near.outputScale(), 0, 1, 16, 16, near.outputs()));
      AccumulatorScaling scaling =
          AccumulatorScaling.convolution(
              near.inputScale(), near.weightScales(), near.outputScale());
      Conv2d kernel =
          new Conv2d(
              window,
              near.inputZero(),
              new OutputStage(scaling, 0, ActivationClamp.FULL),
              near.weights(),
              1,
              near.noBias());
      assertArrayEquals(
          Peer.int8(model, input), kernel.execute(input, new Nhwc(1, 16, 16, 1)), "seed " + seed);
    }
  }

  private static Conv2DOptionsT pointwise() {
    Conv2DOptionsT options = new Conv2DOptionsT();
    options.setPadding(Padding.VALID);
    options.setStrideH(1);
    options.setStrideW(1);
    options.setDilationHFactor(1);
    options.setDilationWFactor(1);
    return options;
  }

  private static void compare(int seed) {
    Generator random = new Generator(seed);
    int outputs = random.between(1, 9);
    WindowedCase shapes = WindowedCase.random(random, random.between(1, 9), true);
    int rows = shapes.window().rows().kernel();
    int columns = shapes.window().columns().kernel();
    int channels = shapes.input().channels();
    int inputs = rows * columns * channels;
    float inputScale = random.scale(0.05);
    int inputZero = random.zeroPoint();
    float[] weightScales = random.scales(0.01, random.chance(0.2) ? 1 : outputs);
    float outputScale = random.scale(0.03 * Math.sqrt(inputs));
    int outputZero = random.zeroPoint();
    Activation activation = random.activation();
    byte[] weights = random.weights(outputs * inputs);
    int[] bias = random.ints(outputs, 5000);
    byte[] input = random.bytes(shapes.input().size());

    byte[] model =
        SingleOpModel.of(BuiltinOperator.CONV_2D, 3)
            .options(BuiltinOptions.Conv2DOptions, options(shapes, activation))
            .operand(ModelTensor.int8(inputScale, inputZero, shapes.inputShape()))
            .operand(
                ModelTensor.weights(weights, weightScales, 0, 0, outputs, rows, columns, channels))
            .operand(ModelTensor.bias(bias, biasScales(inputScale, weightScales)))
            .build(ModelTensor.int8(outputScale, outputZero, shapes.outputShape(outputs)));
    OutputStage stage =
        new OutputStage(
            AccumulatorScaling.convolution(inputScale, weightScales, outputScale),
            outputZero,
            ActivationClamp.of(activation, outputScale, outputZero));
    Conv2d kernel = new Conv2d(shapes.window(), inputZero, stage, weights, channels, bias);

    assertArrayEquals(
        Peer.int8(model, input), kernel.execute(input, shapes.input()), "seed " + seed);
  }

  private static Conv2DOptionsT options(WindowedCase shapes, Activation activation) {
    Conv2DOptionsT options = new Conv2DOptionsT();
    options.setPadding(shapes.padding());
    options.setStrideH(shapes.window().rows().stride());
    options.setStrideW(shapes.window().columns().stride());
    options.setDilationHFactor(shapes.window().rows().dilation());
    options.setDilationWFactor(shapes.window().columns().dilation());
    options.setFusedActivationFunction(Generator.code(activation));
    return options;
  }

  static float[] biasScales(float inputScale, float[] weightScales) {
    float[] scales = weightScales.clone();
    for (int i = 0; i < scales.length; i++) {
      scales[i] *= inputScale;
    }
    return scales;
  }
}
