package org.qopt.target.tpu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.qopt.dialect.quant.QuantizedTypes;
import org.qopt.dialect.quant.UniformQuantizedType;
import org.qopt.ir.Operation;
import org.qopt.ir.diagnostic.Diagnostics;
import org.qopt.ir.interpret.Executable;
import org.qopt.ir.interpret.Interpreter;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.Shape;
import org.qopt.ir.verify.Verifier;
import org.qopt.passes.bind.CalibrationTable;
import org.qopt.target.Programs;
import org.qopt.target.tpu.numerics.Dequantize;
import org.qopt.target.tpu.numerics.QuantizeFloat;

/** A network of all kinds of operations, in float and legalized, over the same inputs. */
class NetworkTest {
  private static final String NETWORK =
      """
      func.func @main(%x: tensor<1x8x8x2xf32>) -> tensor<1x5xf32> {
        %cw = nn.constant {value = dense<CONV> : tensor<4x3x3x2xf32>} : tensor<4x3x3x2xf32>
        %cb = nn.constant {value = dense<[0.5, -0.25, 0.1, 0.0]> : tensor<4xf32>} : tensor<4xf32>
        %conv = nn.conv2d %x, %cw, %cb {padding = array<i64: 1, 1, 1, 1>} : tensor<1x8x8x4xf32>
        %swish = nn.hard_swish %conv : tensor<1x8x8x4xf32>
        %dw = nn.constant {value = dense<DEPTH> : tensor<1x3x3x4xf32>} : tensor<1x3x3x4xf32>
        %depth = nn.depthwise_conv2d %swish, %dw {activation = "relu6", padding = array<i64: 1, 1, 1, 1>, strides = array<i64: 2, 2>} : tensor<1x4x4x4xf32>
        %mean = nn.mean %depth {axes = array<i64: 1, 2>, keep_dims = true} : tensor<1x1x1x4xf32>
        %gate = nn.hard_sigmoid %mean {alpha = 0.2 : f32, beta = 0.5 : f32} : tensor<1x1x1x4xf32>
        %scaled = nn.mul %depth, %gate : tensor<1x4x4x4xf32>
        %sum = nn.add %scaled, %depth {activation = "relu"} : tensor<1x4x4x4xf32>
        %max = nn.max_pool2d %sum {kernel = array<i64: 2, 2>, strides = array<i64: 2, 2>} : tensor<1x2x2x4xf32>
        %avg = nn.avg_pool2d %sum {kernel = array<i64: 2, 2>, strides = array<i64: 2, 2>} : tensor<1x2x2x4xf32>
        %both = nn.concat %max, %avg {axis = 3 : i64} : tensor<1x2x2x8xf32>
        %tanh = nn.tanh %both : tensor<1x2x2x8xf32>
        %flat = nn.reshape %tanh {shape = array<i64: 1, 32>} : tensor<1x32xf32>
        %fw = nn.constant {value = dense<FULL> : tensor<5x32xf32>} : tensor<5x32xf32>
        %full = nn.fully_connected %flat, %fw : tensor<1x5xf32>
        %y = nn.softmax %full : tensor<1x5xf32>
        return %y : tensor<1x5xf32>
      }
      """
          .replace("CONV", numbers(72, 1))
          .replace("DEPTH", numbers(36, 2))
          .replace("FULL", numbers(160, 3));

  @Test
  void staysCloseToTheFloatProgram() {
    List<Tensor> samples = IntStream.range(0, 64).mapToObj(NetworkTest::sample).toList();
    Operation real = Programs.read(NETWORK);
    CalibrationTable table = Programs.calibrate(real, samples);
    Operation integer = Programs.read(NETWORK);
    Programs.legalize(integer, table);
    Diagnostics diagnostics = new Diagnostics();
    Verifier.verify(integer, diagnostics);
    assertEquals(List.of(), diagnostics.all());
    double decibels = sqnr(real, integer, samples);
    assertTrue(decibels > 30, () -> "SQNR " + decibels + " dB");
  }

  private static double sqnr(Operation real, Operation integer, List<Tensor> samples) {
    Executable floats = Interpreter.prepare(Programs.function(real));
    Executable bytes = Interpreter.prepare(Programs.function(integer));
    UniformQuantizedType in = type(Programs.function(integer).type().inputs().getFirst());
    UniformQuantizedType out = type(Programs.function(integer).type().results().getFirst());
    QuantizeFloat quantize = new QuantizeFloat(in.scale32(), (int) in.zeroPoint());
    Dequantize dequantize = new Dequantize(out.scale32(), (int) out.zeroPoint());
    double signal = 0;
    double noise = 0;
    for (Tensor sample : samples) {
      float[] expected = floats.run(List.of(sample)).getFirst().floats();
      Tensor stored = Tensor.of(sample.shape(), quantize.execute(sample.floats()));
      float[] found = dequantize.execute(bytes.run(List.of(stored)).getFirst().bytes());
      for (int i = 0; i < expected.length; i++) {
        signal += expected[i] * expected[i];
        noise += Math.pow(expected[i] - found[i], 2);
      }
    }
    return 10 * Math.log10(signal / noise);
  }

  private static UniformQuantizedType type(org.qopt.ir.type.Type type) {
    return QuantizedTypes.uniform(type).orElseThrow();
  }

  private static Tensor sample(int seed) {
    Random random = new Random(seed);
    float[] values = new float[128];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return Tensor.of(Shape.of(1, 8, 8, 2), values);
  }

  /** Elements in hexadecimal: a flat list of any number. */
  private static String numbers(int count, int seed) {
    Random random = new Random(seed);
    StringBuilder hex = new StringBuilder("\"0x");
    for (int i = 0; i < count; i++) {
      int bits = Float.floatToIntBits((float) random.nextGaussian() / 2);
      hex.append("%08X".formatted(Integer.reverseBytes(bits)));
    }
    return hex.append('"').toString();
  }
}
