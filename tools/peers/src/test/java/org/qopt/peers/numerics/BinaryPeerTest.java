package org.qopt.peers.numerics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.qopt.peers.ModelTensor;
import org.qopt.peers.SingleOpModel;
import org.qopt.target.tpu.numerics.Activation;
import org.qopt.target.tpu.numerics.Add;
import org.qopt.target.tpu.numerics.Binary;
import org.qopt.target.tpu.numerics.Mul;
import org.qopt.target.tpu.numerics.ScaledSum;
import org.qopt.target.tpu.numerics.Sub;
import org.tensorflow.lite.schema.AddOptionsT;
import org.tensorflow.lite.schema.BuiltinOperator;
import org.tensorflow.lite.schema.BuiltinOptions;
import org.tensorflow.lite.schema.MulOptionsT;
import org.tensorflow.lite.schema.SubOptionsT;

class BinaryPeerTest {
  private static final int MODELS = 60;

  /** Two operands' and a result's parameters. */
  private record Case(float s1, int z1, float s2, int z2, float so, int zo, Activation activation) {
    static Case random(Generator random, double output) {
      return new Case(
          random.scale(0.05),
          random.zeroPoint(),
          random.scale(0.05),
          random.zeroPoint(),
          random.scale(output),
          random.zeroPoint(),
          random.activation());
    }

    ScaledSum sum() {
      return ScaledSum.of(s1, z1, s2, z2, so, zo, activation);
    }
  }

  private enum Operation {
    ADD(BuiltinOperator.ADD, 0.08) {
      @Override
      SingleOpModel options(SingleOpModel model, byte activation) {
        AddOptionsT options = new AddOptionsT();
        options.setFusedActivationFunction(activation);
        return model.options(BuiltinOptions.AddOptions, options);
      }

      @Override
      Binary kernel(Case c) {
        return new Add(c.sum());
      }
    },
    SUB(BuiltinOperator.SUB, 0.08) {
      @Override
      SingleOpModel options(SingleOpModel model, byte activation) {
        SubOptionsT options = new SubOptionsT();
        options.setFusedActivationFunction(activation);
        return model.options(BuiltinOptions.SubOptions, options);
      }

      @Override
      Binary kernel(Case c) {
        return new Sub(c.sum());
      }
    },
    MUL(BuiltinOperator.MUL, 0.3) {
      @Override
      SingleOpModel options(SingleOpModel model, byte activation) {
        MulOptionsT options = new MulOptionsT();
        options.setFusedActivationFunction(activation);
        return model.options(BuiltinOptions.MulOptions, options);
      }

      @Override
      Binary kernel(Case c) {
        return Mul.of(c.s1, c.z1, c.s2, c.z2, c.so, c.zo, c.activation);
      }
    };

    final int operator;
    final double outputScale;

    Operation(int operator, double outputScale) {
      this.operator = operator;
      this.outputScale = outputScale;
    }

    abstract SingleOpModel options(SingleOpModel model, byte activation);

    abstract Binary kernel(Case c);

    byte[] model(Case c, int[] first, int[] second, int[] result) {
      return options(SingleOpModel.of(operator, 2), Generator.code(c.activation))
          .operand(ModelTensor.int8(c.s1, c.z1, first))
          .operand(ModelTensor.int8(c.s2, c.z2, second))
          .build(ModelTensor.int8(c.so, c.zo, result));
    }
  }

  static Stream<Operation> operations() {
    return Stream.of(Operation.values());
  }

  /** Every pair of bytes, the operands of equal shape. */
  @ParameterizedTest
  @MethodSource("operations")
  void everyPairOfBytes(Operation operation) {
    byte[] first = new byte[1 << 16];
    byte[] second = new byte[1 << 16];
    for (int i = 0; i < first.length; i++) {
      first[i] = (byte) (i >> 8);
      second[i] = (byte) i;
    }
    int[] shape = {1, 256, 256};
    for (int seed = 0; seed < MODELS; seed++) {
      Case c = Case.random(new Generator(seed), operation.outputScale);
      assertArrayEquals(
          Peer.int8(operation.model(c, shape, shape, shape), first, second),
          operation.kernel(c).execute(first, shape, second, shape),
          "seed " + seed);
    }
  }

  /** Operands of which one or both are repeated along some dimensions. */
  @ParameterizedTest
  @MethodSource("operations")
  void repeatedOperands(Operation operation) {
    int[][][] shapes = {
      {{2, 3, 4, 5}, {5}, {2, 3, 4, 5}},
      {{4, 5}, {2, 3, 1, 1}, {2, 3, 4, 5}},
      {{2, 1, 4, 1}, {1, 3, 1, 5}, {2, 3, 4, 5}},
      {{1}, {2, 3}, {2, 3}},
      {{7}, {1}, {7}},
    };
    for (int seed = 0; seed < shapes.length; seed++) {
      Generator random = new Generator(seed);
      Case c = Case.random(random, operation.outputScale);
      int[][] s = shapes[seed];
      byte[] first = random.bytes(size(s[0]));
      byte[] second = random.bytes(size(s[1]));
      assertArrayEquals(
          Peer.int8(operation.model(c, s[0], s[1], s[2]), first, second),
          operation.kernel(c).execute(first, s[0], second, s[1]),
          "seed " + seed);
    }
  }

  private static int size(int[] shape) {
    return Arrays.stream(shape).reduce(1, (a, b) -> a * b);
  }
}
