package org.qopt.target.tpu.numerics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.qopt.target.image.Nhwc;
import org.qopt.target.image.Window2d;
import org.qopt.target.simd.Simd;
import org.qopt.target.simd.SumStage;

/** The kernels with vector instructions against the plain ones: the same bytes. */
class FastFilterProperties {
  @Example
  void theJvmOfTheTestsHasVectors() {
    assertTrue(Simd.isAvailable());
  }

  @Property(tries = 500)
  void convolution(@ForAll long seed, @ForAll Rounding rounding) {
    Random random = new Random(seed);
    WindowSample sample = WindowSample.of(random);
    int groups = random.nextInt(1, 4);
    Nhwc images = withChannels(sample.shape(), groups * random.nextInt(1, 40));
    int inputs = images.channels() / groups;
    int outputs = random.nextInt(1, 40);
    int terms = sample.window().rows().kernel() * sample.window().columns().kernel() * inputs;
    byte[] weights = weights(random, groups * outputs * terms);
    int[] bias = random.ints(groups * outputs, -100_000, 100_000).toArray();
    OutputStage stage = stage(random, rounding, groups * outputs);
    byte[] input = input(random, images.size());
    int zero = random.nextInt(-128, 128);
    byte[] fast =
        FastFilters.conv2d(images, sample.window(), zero, stage, weights, bias, groups)
            .execute(input);
    for (int g = 0; g < groups; g++) {
      int first = g * outputs;
      Conv2d plain =
          new Conv2d(
              sample.window(),
              zero,
              part(stage, first, outputs),
              Arrays.copyOfRange(weights, first * terms, (first + outputs) * terms),
              inputs,
              Arrays.copyOfRange(bias, first, first + outputs));
      byte[] expected =
          plain.execute(
              channels(input, images.channels(), g * inputs, inputs), withChannels(images, inputs));
      assertArrayEquals(expected, channels(fast, groups * outputs, first, outputs));
    }
  }

  @Property(tries = 500)
  void transposed(@ForAll long seed, @ForAll Rounding rounding) {
    Random random = new Random(seed);
    WindowSample sample = WindowSample.of(random);
    Window2d window = sample.window();
    int groups = random.nextInt(1, 4);
    Nhwc images = withChannels(sample.shape(), groups * random.nextInt(1, 12));
    int outputs = groups * random.nextInt(1, 12);
    Nhwc result = new Nhwc(images.batch(), random.nextInt(1, 25), random.nextInt(1, 25), outputs);
    int positions = window.rows().kernel() * window.columns().kernel();
    byte[] weights = weights(random, outputs * positions * images.channels() / groups);
    int[] bias = random.ints(outputs, -100_000, 100_000).toArray();
    OutputStage stage = stage(random, rounding, outputs);
    byte[] input = input(random, images.size());
    int zero = random.nextInt(-128, 128);
    byte[] plain =
        new TransposedConv2d(
                window, groups, weights, Arrays.stream(bias).asLongStream().toArray(), stage)
            .execute(input, zero, images, result);
    assertArrayEquals(
        spread(images, result, window, zero, stage, groups, weights, bias, input), plain);
    assertArrayEquals(
        plain,
        FastFilters.conv2dTranspose(images, result, window, zero, stage, weights, bias, groups)
            .execute(input));
  }

  /** A transposed convolution by its definition: each product goes to where it belongs. */
  private static byte[] spread(
      Nhwc images,
      Nhwc result,
      Window2d window,
      int zero,
      OutputStage stage,
      int groups,
      byte[] weights,
      int[] bias,
      byte[] input) {
    int[] sums = new int[result.size()];
    Arrays.setAll(sums, i -> bias[i % bias.length]);
    int inputs = images.channels() / groups;
    int positions = window.rows().kernel() * window.columns().kernel();
    for (int i = 0; i < input.length; i++) {
      int pixel = i / images.channels();
      int channel = i % images.channels();
      int b = pixel / images.width() / images.height();
      for (int position = 0; position < positions; position++) {
        int y =
            window.rows().start(pixel / images.width() % images.height())
                + position / window.columns().kernel() * window.rows().dilation();
        int x =
            window.columns().start(pixel % images.width())
                + position % window.columns().kernel() * window.columns().dilation();
        if (y < 0 || y >= result.height() || x < 0 || x >= result.width()) {
          continue;
        }
        int to = ((b * result.height() + y) * result.width() + x) * bias.length;
        for (int o = 0; o < bias.length; o++) {
          if (o / (bias.length / groups) == channel / inputs) {
            int weight = (o * positions + position) * inputs + channel % inputs;
            sums[to + o] += (input[i] - zero) * weights[weight];
          }
        }
      }
    }
    byte[] output = new byte[sums.length];
    for (int i = 0; i < output.length; i++) {
      output[i] = stage.apply(i % bias.length, sums[i]);
    }
    return output;
  }

  @Property(tries = 500)
  void depthwise(@ForAll long seed, @ForAll Rounding rounding) {
    Random random = new Random(seed);
    WindowSample sample = WindowSample.of(random);
    Nhwc images = withChannels(sample.shape(), random.nextInt(1, 40));
    int multiplier = random.nextInt(1, 4);
    int outputs = images.channels() * multiplier;
    int positions = sample.window().rows().kernel() * sample.window().columns().kernel();
    byte[] weights = weights(random, positions * outputs);
    int[] bias = random.ints(outputs, -100_000, 100_000).toArray();
    OutputStage stage = stage(random, rounding, outputs);
    byte[] input = input(random, images.size());
    int zero = random.nextInt(-128, 128);
    assertArrayEquals(
        new DepthwiseConv2d(sample.window(), zero, stage, weights, multiplier, bias)
            .execute(input, images),
        FastFilters.depthwise(images, sample.window(), zero, stage, weights, bias).execute(input));
  }

  // Sums of thousands of the largest products leave the whole numbers that floats hold.
  @Property(tries = 100)
  void fullyConnected(@ForAll long seed, @ForAll Rounding rounding) {
    Random random = new Random(seed);
    int inputs = random.nextInt(1, 3000);
    int outputs = random.nextInt(1, 40);
    int rows = random.nextInt(1, 9);
    byte[] weights = weights(random, inputs * outputs);
    int[] bias = random.ints(outputs, -100_000, 100_000).toArray();
    OutputStage stage = stage(random, rounding, outputs);
    byte[] input = input(random, rows * inputs);
    int zero = random.nextInt(-128, 128);
    assertArrayEquals(
        new FullyConnected(zero, stage, weights, 0, inputs, bias).execute(input),
        FastFilters.fullyConnected(rows, zero, stage, weights, bias).execute(input));
  }

  @Property(tries = 2000)
  void requantization(@ForAll long seed) {
    Random random = new Random(seed);
    int channels = random.nextInt(1, 40);
    long[] multipliers =
        random
            .longs(channels, 0, 1L << 31)
            .map(m -> random.nextInt(8) == 0 ? Integer.MAX_VALUE : m)
            .toArray();
    int[] shifts = random.ints(channels, -31, 32).toArray();
    int[] sums =
        random
            .ints(channels + 64)
            .map(x -> random.nextInt(8) == 0 ? Integer.MIN_VALUE : x >> random.nextInt(31))
            .toArray();
    OutputStage stage =
        new OutputStage(
            AccumulatorScaling.of(Rounding.DOUBLE, multipliers, shifts),
            random.nextInt(-128, 128),
            ActivationClamp.FULL);
    byte[] expected = new byte[channels];
    byte[] found = new byte[channels];
    Requantizer plain = new Requantizer(stage, channels);
    plain.store(sums, 0, 0, channels, expected, 0);
    SumStage fast = plain.fast();
    assertEquals(VectorRequantizer.class, fast.getClass());
    fast.store(sums, 0, 0, channels, found, 0);
    assertArrayEquals(expected, found);
  }

  private static byte[] weights(Random random, int count) {
    byte[] weights = new byte[count];
    random.nextBytes(weights);
    if (random.nextInt(4) == 0) {
      Arrays.fill(weights, (byte) (random.nextBoolean() ? 127 : -128));
    }
    return weights;
  }

  private static byte[] input(Random random, int count) {
    byte[] input = new byte[count];
    random.nextBytes(input);
    if (random.nextInt(4) == 0) {
      Arrays.fill(input, (byte) (random.nextBoolean() ? 127 : -128));
    }
    return input;
  }

  private static OutputStage stage(Random random, Rounding rounding, int channels) {
    float[] scales = new float[channels];
    for (int c = 0; c < channels; c++) {
      scales[c] = random.nextFloat(0.00001f, 0.002f);
    }
    return new OutputStage(
        AccumulatorScaling.of(rounding, 0.5f, scales, 1f),
        random.nextInt(-128, 128),
        new ActivationClamp(-120, 125));
  }

  private static OutputStage part(OutputStage stage, int from, int count) {
    AccumulatorScaling all = stage.scaling();
    return new OutputStage(
        AccumulatorScaling.of(
            all.rounding(),
            all.multipliers().subArray(from, from + count).toArray(),
            all.shifts().subArray(from, from + count).toArray()),
        stage.zeroPoint(),
        stage.clamp());
  }

  private static Nhwc withChannels(Nhwc shape, int channels) {
    return new Nhwc(shape.batch(), shape.height(), shape.width(), channels);
  }

  private static byte[] channels(byte[] from, int all, int first, int count) {
    byte[] result = new byte[from.length / all * count];
    for (int p = 0; p < from.length / all; p++) {
      System.arraycopy(from, p * all + first, result, p * count, count);
    }
    return result;
  }
}
