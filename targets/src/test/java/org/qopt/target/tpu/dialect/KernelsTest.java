package org.qopt.target.tpu.dialect;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.qopt.ir.Operation;
import org.qopt.ir.interpret.Interpreter;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.Shape;
import org.qopt.target.Programs;
import org.qopt.target.image.Nhwc;
import org.qopt.target.image.Window1d;
import org.qopt.target.image.Window2d;
import org.qopt.target.tpu.numerics.AccumulatorScaling;
import org.qopt.target.tpu.numerics.Activation;
import org.qopt.target.tpu.numerics.ActivationClamp;
import org.qopt.target.tpu.numerics.Add;
import org.qopt.target.tpu.numerics.Conv2d;
import org.qopt.target.tpu.numerics.HardSwish;
import org.qopt.target.tpu.numerics.Mean;
import org.qopt.target.tpu.numerics.Mul;
import org.qopt.target.tpu.numerics.OutputStage;
import org.qopt.target.tpu.numerics.Requantize;
import org.qopt.target.tpu.numerics.ScaledSum;
import org.qopt.target.tpu.numerics.Softmax;

/** The operations compute what the numerics compute from the scales in the types. */
class KernelsTest {
  private static final String X = "!quant.uniform<i8:f32, 0.037:-3>";
  private static final String Y = "!quant.uniform<i8:f32, 0.051:4>";
  private static final byte[] ALL = new byte[256];

  static {
    for (int i = 0; i < 256; i++) {
      ALL[i] = (byte) (i - 128);
    }
  }

  @Test
  void rescaleAndClampDifferInHowTheRatioIsRounded() {
    assertArrayEquals(
        Requantize.of(0.037f, -3, 0.051f, 4).execute(ALL), legalized("nn.reshape", "", X));
    assertArrayEquals(
        Requantize.of(Activation.RELU6, 0.037f, -3, 0.051f, 4).execute(ALL),
        legalized("nn.relu6", "", Y));
  }

  @Test
  void hardSwishIsThatOfTheNumerics() {
    assertArrayEquals(
        HardSwish.of(0.037f, -3, 0.051f, 4).execute(ALL), legalized("nn.hard_swish", "", Y));
  }

  @Test
  void meanIsThatOfTheNumerics() {
    byte[] expected =
        Mean.of(0.037f, -3, 0.051f, 4, 4).execute(ALL, new int[] {4, 64}, new int[] {0});
    assertArrayEquals(
        expected,
        run(
            """
            func.func @f(%%x: tensor<4x64x%1$s>) -> tensor<64x%2$s> {
              %%a = quant.dcast %%x : tensor<4x64xf32>
              %%b = nn.mean %%a {axes = array<i64: 0>} : tensor<64xf32>
              %%q = quant.qcast %%b : tensor<64x%2$s>
              return %%q : tensor<64x%2$s>
            }
            """
                .formatted(X, Y),
            Tensor.of(Shape.of(4, 64), ALL)));
  }

  @Test
  void softmaxTakesBetaIntoTheMultiplier() {
    byte[] expected = Softmax.of(0.037f, 2).execute(ALL, 256);
    assertArrayEquals(
        expected,
        legalized("nn.softmax", "{beta = 2.0 : f32}", "!quant.uniform<i8:f32, 0.00390625:-128>"));
  }

  @Test
  void sumsAndProductsBroadcast() {
    byte[] row = {-128, -3, 0, 127};
    ScaledSum scales = ScaledSum.of(0.037f, -3, 0.02f, 7, 0.051f, 4, Activation.RELU);
    assertArrayEquals(
        new Add(scales).execute(ALL, new int[] {64, 4}, row, new int[] {4}), binary("nn.add", row));
    assertArrayEquals(
        Mul.of(0.037f, -3, 0.02f, 7, 0.051f, 4, Activation.RELU)
            .execute(ALL, new int[] {64, 4}, row, new int[] {4}),
        binary("nn.mul", row));
  }

  @Test
  void groupsOfAConvolutionAreConvolvedByThemselves() {
    byte[] input = random(2 * 2 * 4, 1);
    byte[] filter = random(6 * 2, 2);
    String type = "!quant.uniform<i8<-127:127>:f32:0, {0.1, 0.2, 0.3, 0.4, 0.5, 0.6}>";
    byte[] found =
        run(
            """
            func.func @f(%%x: tensor<1x2x2x4x%1$s>) -> tensor<1x2x2x6x%2$s> {
              %%a = quant.dcast %%x : tensor<1x2x2x4xf32>
              %%v = nn.constant {value = dense<"0x%3$s"> : tensor<6x1x1x2xi8>} : tensor<6x1x1x2x%4$s>
              %%w = quant.dcast %%v : tensor<6x1x1x2xf32>
              %%b = nn.conv2d %%a, %%w {groups = 2 : i64} : tensor<1x2x2x6xf32>
              %%q = quant.qcast %%b : tensor<1x2x2x6x%2$s>
              return %%q : tensor<1x2x2x6x%2$s>
            }
            """
                .formatted(X, Y, hex(filter), type),
            Tensor.of(Shape.of(1, 2, 2, 4), input));
    float[] scales = {0.1f, 0.2f, 0.3f, 0.4f, 0.5f, 0.6f};
    for (int o = 0; o < 6; o++) {
      int group = o / 3;
      byte[] channels = new byte[8];
      for (int p = 0; p < 4; p++) {
        System.arraycopy(input, 4 * p + 2 * group, channels, 2 * p, 2);
      }
      byte[] expected =
          new Conv2d(
                  new Window2d(Window1d.valid(1, 1, 1), Window1d.valid(1, 1, 1)),
                  -3,
                  new OutputStage(
                      AccumulatorScaling.convolution(0.037f, new float[] {scales[o]}, 0.051f),
                      4,
                      ActivationClamp.FULL),
                  new byte[] {filter[2 * o], filter[2 * o + 1]},
                  2,
                  new int[1])
              .execute(channels, new Nhwc(1, 2, 2, 2));
      for (int p = 0; p < 4; p++) {
        assertEquals(expected[p], found[6 * p + o], "channel " + o + ", pixel " + p);
      }
    }
  }

  @Test
  void paddingIsTheByteOfItsRealValue() {
    byte[] found =
        run(
            """
            func.func @f(%%x: tensor<2x2x%1$s>) -> tensor<3x4x%1$s> {
              %%a = quant.dcast %%x : tensor<2x2xf32>
              %%b = nn.pad %%a {padding = array<i64: 1, 0, 0, 2>, value = 0.37 : f32} : tensor<3x4xf32>
              %%q = quant.qcast %%b : tensor<3x4x%1$s>
              return %%q : tensor<3x4x%1$s>
            }
            """
                .formatted(X),
            Tensor.of(Shape.of(2, 2), new byte[] {1, 2, 3, 4}));
    assertArrayEquals(new byte[] {7, 7, 7, 7, 1, 2, 7, 7, 3, 4, 7, 7}, found);
  }

  /** {@return an operation on all bytes; a reshape is followed by a change of parameters} */
  private static byte[] legalized(String operation, String attributes, String result) {
    boolean reshape = operation.equals("nn.reshape");
    String last = reshape ? Y : result;
    return run(
        """
        func.func @f(%%x: tensor<256x%1$s>) -> tensor<256x%5$s> {
          %%a = quant.dcast %%x : tensor<256xf32>
          %%b = %2$s %%a %3$s : tensor<256xf32>
          %%q = quant.qcast %%b : tensor<256x%4$s>
          %%c = quant.dcast %%q : tensor<256xf32>
          %%r = quant.qcast %%c : tensor<256x%5$s>
          return %%r : tensor<256x%5$s>
        }
        """
            .formatted(
                X, operation, reshape ? "{shape = array<i64: 256>}" : attributes, result, last),
        Tensor.of(Shape.of(256), ALL));
  }

  private static byte[] binary(String operation, byte[] row) {
    return run(
        """
        func.func @f(%%x: tensor<64x4x%1$s>) -> tensor<64x4x%2$s> {
          %%a = quant.dcast %%x : tensor<64x4xf32>
          %%s = nn.constant {value = dense<"0x%4$s"> : tensor<4xi8>} : tensor<4x!quant.uniform<i8:f32, 0.02:7>>
          %%b = quant.dcast %%s : tensor<4xf32>
          %%c = %3$s %%a, %%b {activation = "relu"} : tensor<64x4xf32>
          %%q = quant.qcast %%c : tensor<64x4x%2$s>
          return %%q : tensor<64x4x%2$s>
        }
        """
            .formatted(X, Y, operation, hex(row)),
        Tensor.of(Shape.of(64, 4), ALL));
  }

  private static byte[] run(String text, Tensor input) {
    Operation module = Programs.read(text);
    Programs.run(
        new org.qopt.target.tpu.legalize.LegalizeToTpuPass(), module, java.util.Optional.empty());
    return Interpreter.prepare(Programs.function(module)).run(List.of(input)).getFirst().bytes();
  }

  private static byte[] random(int count, int seed) {
    byte[] bytes = new byte[count];
    new Random(seed).nextBytes(bytes);
    for (int i = 0; i < count; i++) {
      bytes[i] = (byte) Math.max(bytes[i], -127);
    }
    return bytes;
  }

  private static String hex(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    for (byte b : bytes) {
      text.append("%02X".formatted(b));
    }
    return text.toString();
  }
}
