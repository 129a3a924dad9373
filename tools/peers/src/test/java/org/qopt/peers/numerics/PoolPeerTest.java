package org.qopt.peers.numerics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;
import org.qopt.peers.ModelTensor;
import org.qopt.peers.SingleOpModel;
import org.qopt.target.tpu.numerics.Activation;
import org.qopt.target.tpu.numerics.ActivationClamp;
import org.qopt.target.tpu.numerics.AveragePool2d;
import org.qopt.target.tpu.numerics.MaxPool2d;
import org.qopt.target.tpu.numerics.Pool2d;
import org.tensorflow.lite.schema.BuiltinOperator;
import org.tensorflow.lite.schema.BuiltinOptions;
import org.tensorflow.lite.schema.Pool2DOptionsT;

class PoolPeerTest {
  private static final int MODELS = 300;

  @Test
  void average() {
    for (int seed = 0; seed < MODELS; seed++) {
      compare(BuiltinOperator.AVERAGE_POOL_2D, seed);
    }
  }

  @Test
  void max() {
    for (int seed = 0; seed < MODELS; seed++) {
      compare(BuiltinOperator.MAX_POOL_2D, seed);
    }
  }

  private static void compare(int operator, int seed) {
    Generator random = new Generator(seed);
    WindowedCase shapes = WindowedCase.random(random, random.between(1, 5), false);
    float scale = random.scale(0.05);
    int zero = random.zeroPoint();
    Activation activation = random.activation();
    byte[] input = random.bytes(shapes.input().size());
    byte[] model =
        SingleOpModel.of(operator, 2)
            .options(BuiltinOptions.Pool2DOptions, options(shapes, activation))
            .operand(ModelTensor.int8(scale, zero, shapes.inputShape()))
            .build(ModelTensor.int8(scale, zero, shapes.outputShape(shapes.input().channels())));
    ActivationClamp clamp = ActivationClamp.of(activation, scale, zero);
    Pool2d kernel =
        operator == BuiltinOperator.MAX_POOL_2D
            ? new MaxPool2d(shapes.window(), clamp)
            : new AveragePool2d(shapes.window(), clamp);
    assertArrayEquals(
        Peer.int8(model, input), kernel.execute(input, shapes.input()), "seed " + seed);
  }

  private static Pool2DOptionsT options(WindowedCase shapes, Activation activation) {
    Pool2DOptionsT options = new Pool2DOptionsT();
    options.setPadding(shapes.padding());
    options.setStrideH(shapes.window().rows().stride());
    options.setStrideW(shapes.window().columns().stride());
    options.setFilterHeight(shapes.window().rows().kernel());
    options.setFilterWidth(shapes.window().columns().kernel());
    options.setFusedActivationFunction(Generator.code(activation));
    return options;
  }
}
