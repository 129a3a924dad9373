package org.qopt.target.tpu.numerics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.qopt.target.image.Window1d;
import org.qopt.target.image.Window2d;

/** The kernels against what they are defined to be, one output at a time. */
class KernelProperties {
  private static final ActivationClamp CLAMP = new ActivationClamp(-100, 110);

  private static OutputStage stage(Random random, Rounding rounding, int channels) {
    float[] scales = new float[channels];
    for (int c = 0; c < channels; c++) {
      scales[c] = random.nextFloat(0.001f, 0.02f);
    }
    AccumulatorScaling scaling = AccumulatorScaling.of(rounding, 0.5f, scales, 1f);
    return new OutputStage(scaling, random.nextInt(-128, 128), CLAMP);
  }

  private static byte[] bytes(Random random, int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }

  private static int[] bias(Random random, int count) {
    return random.ints(count, -2000, 2000).toArray();
  }

  @Property(tries = 300)
  void convolution(@ForAll long seed, @ForAll Rounding rounding) {
    Random random = new Random(seed);
    WindowSample sample = WindowSample.of(random);
    int channels = sample.shape().channels();
    int outputs = random.nextInt(1, 6);
    int positions = sample.window().rows().kernel() * sample.window().columns().kernel();
    OutputStage stage = stage(random, rounding, outputs);
    byte[] weights = bytes(random, outputs * positions * channels);
    int[] bias = bias(random, outputs);
    int zero = random.nextInt(-128, 128);
    WindowSample.Definition definition =
        (b, y, x, o) -> {
          int[] sum = {bias[o]};
          sample.visit(
              b,
              y,
              x,
              (position, at) -> {
                for (int c = 0; c < channels; c++) {
                  int weight = weights[(o * positions + position) * channels + c];
                  sum[0] += (sample.input()[at + c] - zero) * weight;
                }
              });
          return stage.apply(o, sum[0]);
        };
    Conv2d kernel = new Conv2d(sample.window(), zero, stage, weights, channels, bias);
    assertArrayEquals(
        sample.outputs(outputs, definition), kernel.execute(sample.input(), sample.shape()));
  }

  @Property(tries = 300)
  void depthwiseConvolution(@ForAll long seed, @ForAll Rounding rounding) {
    Random random = new Random(seed);
    WindowSample sample = WindowSample.of(random);
    int multiplier = random.nextInt(1, 4);
    int outputs = sample.shape().channels() * multiplier;
    int positions = sample.window().rows().kernel() * sample.window().columns().kernel();
    OutputStage stage = stage(random, rounding, outputs);
    byte[] weights = bytes(random, positions * outputs);
    int[] bias = bias(random, outputs);
    int zero = random.nextInt(-128, 128);
    WindowSample.Definition definition =
        (b, y, x, o) -> {
          int[] sum = {bias[o]};
          sample.visit(
              b,
              y,
              x,
              (position, at) ->
                  sum[0] +=
                      (sample.input()[at + o / multiplier] - zero)
                          * weights[position * outputs + o]);
          return stage.apply(o, sum[0]);
        };
    DepthwiseConv2d kernel =
        new DepthwiseConv2d(sample.window(), zero, stage, weights, multiplier, bias);
    assertArrayEquals(
        sample.outputs(outputs, definition), kernel.execute(sample.input(), sample.shape()));
  }

  @Property(tries = 300)
  void fullyConnected(@ForAll long seed, @ForAll Rounding rounding) {
    Random random = new Random(seed);
    int rows = random.nextInt(1, 5);
    int inputs = random.nextInt(1, 20);
    int outputs = random.nextInt(1, 9);
    OutputStage stage = stage(random, rounding, random.nextBoolean() ? 1 : outputs);
    byte[] weights = bytes(random, outputs * inputs);
    byte[] input = bytes(random, rows * inputs);
    int[] bias = bias(random, outputs);
    int zero = random.nextInt(-128, 128);
    int weightZero = random.nextInt(-128, 128);
    byte[] expected = new byte[rows * outputs];
    for (int i = 0; i < expected.length; i++) {
      int sum = bias[i % outputs];
      for (int k = 0; k < inputs; k++) {
        int weight = weights[i % outputs * inputs + k] - weightZero;
        sum += (input[i / outputs * inputs + k] - zero) * weight;
      }
      expected[i] = stage.apply(i % outputs, sum);
    }
    FullyConnected kernel = new FullyConnected(zero, stage, weights, weightZero, inputs, bias);
    assertArrayEquals(expected, kernel.execute(input));
  }

  @Property(tries = 300)
  void pools(@ForAll long seed) {
    Random random = new Random(seed);
    WindowSample sample = WindowSample.of(random);
    Window2d inside =
        new Window2d(within(sample.window().rows()), within(sample.window().columns()));
    WindowSample inner = new WindowSample(sample.shape(), inside, sample.input());
    int channels = inner.shape().channels();
    WindowSample.Definition max =
        (b, y, x, c) -> {
          int[] result = {Byte.MIN_VALUE};
          inner.visit(b, y, x, (p, at) -> result[0] = Math.max(result[0], inner.input()[at + c]));
          return CLAMP.apply(result[0]);
        };
    WindowSample.Definition average =
        (b, y, x, c) -> {
          int[] sum = {0, 0};
          inner.visit(
              b,
              y,
              x,
              (p, at) -> {
                sum[0] += inner.input()[at + c];
                sum[1]++;
              });
          double mean = (double) sum[0] / sum[1];
          return CLAMP.apply((int) Math.copySign(Math.floor(Math.abs(mean) + 0.5), mean));
        };
    assertArrayEquals(
        inner.outputs(channels, max),
        new MaxPool2d(inside, CLAMP).execute(inner.input(), inner.shape()));
    assertArrayEquals(
        inner.outputs(channels, average),
        new AveragePool2d(inside, CLAMP).execute(inner.input(), inner.shape()));
  }

  /** The window with a stride and a padding that leave no output without a pixel. */
  private static Window1d within(Window1d window) {
    int before = Math.min(window.padBefore(), window.kernel() - 1);
    return new Window1d(window.kernel(), window.stride(), 1, before, 0);
  }

  @Property(tries = 300)
  void tabulatedFunctionsEqualTheirDefinition(@ForAll byte q) {
    ByteFunction function = HardSwish.of(0.05f, 10, 0.04f, -20);
    assertEquals(function.apply(q), function.table().apply(q));
    assertEquals(function.apply(q), function.execute(new byte[] {0, q})[1]);
  }

  @Property(tries = 300)
  void repeatedOperandsAreThoseWrittenOut(@ForAll long seed) {
    Random random = new Random(seed);
    int[] shape = random.ints(3, 1, 5).toArray();
    int[] first = repeated(random, shape);
    int[] second = repeated(random, shape);
    byte[] a = bytes(random, Broadcast.size(first));
    byte[] b = bytes(random, Broadcast.size(second));
    for (int i = 0; i < 3; i++) {
      shape[i] = Math.max(first[i], second[i]);
    }
    Sub kernel = new Sub(ScaledSum.of(0.1f, 3, 0.2f, -4, 0.15f, 5, Activation.NONE));
    byte[] expected = new byte[Broadcast.size(shape)];
    for (int i = 0; i < expected.length; i++) {
      int[] at = {i / (shape[1] * shape[2]), i / shape[2] % shape[1], i % shape[2]};
      expected[i] = kernel.apply(a[place(at, first)], b[place(at, second)]);
    }
    assertArrayEquals(expected, kernel.execute(a, first, b, second));
  }

  private static int[] repeated(Random random, int[] shape) {
    int[] result = shape.clone();
    for (int i = 0; i < result.length; i++) {
      result[i] = random.nextBoolean() ? 1 : result[i];
    }
    return result;
  }

  private static int place(int[] at, int[] shape) {
    int place = 0;
    for (int i = 0; i < shape.length; i++) {
      place = place * shape[i] + Math.min(at[i], shape[i] - 1);
    }
    return place;
  }
}
