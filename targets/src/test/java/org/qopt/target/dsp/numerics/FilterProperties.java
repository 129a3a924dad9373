package org.qopt.target.dsp.numerics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.qopt.dialect.bfp.BlockRounding;
import org.qopt.dialect.bfp.BlockType;
import org.qopt.dialect.bfp.Exponents;
import org.qopt.dialect.bfp.Packing;
import org.qopt.dialect.bfp.Saturation;
import org.qopt.dialect.bfp.ScaleChoice;
import org.qopt.dialect.bfp.Sharing.PerBlock;
import org.qopt.dialect.bfp.Sharing.PerTensor;
import org.qopt.dialect.bfp.Unpacking;
import org.qopt.dialect.bfp.Wide;
import org.qopt.dialect.nn.attr.Padding;
import org.qopt.dialect.nn.attr.Spatial;
import org.qopt.dialect.nn.shape.Window;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.Shape;

/** Convolutions against their definition in exact arithmetic. */
class FilterProperties {
  /** A random convolution of random shape. */
  private record Sample(
      Shape image,
      Shape result,
      Window window,
      FilterLayout layout,
      Shape filter,
      int firstOfGroup,
      Random random) {

    static Sample of(long seed) {
      Random random = new Random(seed);
      boolean depthwise = random.nextBoolean();
      int groups = depthwise ? 1 : 1 + random.nextInt(3);
      int depth = depthwise ? 1 : 1 + random.nextInt(20);
      int channels = depthwise ? 1 + random.nextInt(7) : groups * depth;
      int outputs = (depthwise ? channels : groups) * (1 + random.nextInt(3));
      int height = 1 + random.nextInt(3);
      int width = 1 + random.nextInt(3);
      Window window =
          new Window(
              height,
              width,
              new Spatial(1 + random.nextInt(2), 1 + random.nextInt(2)),
              new Spatial(1 + random.nextInt(2), 1 + random.nextInt(2)),
              new Padding(
                  random.nextInt(3), random.nextInt(3), random.nextInt(3), random.nextInt(3)));
      Shape image =
          Shape.of(1 + random.nextInt(2), 5 + random.nextInt(3), 5 + random.nextInt(3), channels);
      Shape result =
          Shape.of(
              image.dim(0),
              window.outputHeight(image.dim(1)),
              window.outputWidth(image.dim(2)),
              outputs);
      int taps = height * width;
      return new Sample(
          image,
          result,
          window,
          depthwise
              ? FilterLayout.depthwise(outputs, taps, channels)
              : FilterLayout.grouped(outputs, taps, depth, groups),
          depthwise ? Shape.of(1, height, width, outputs) : Shape.of(outputs, height, width, depth),
          depthwise ? outputs / channels : outputs / groups,
          random);
    }

    int[] integers(Shape shape, int magnitude) {
      return random.ints(shape.elements(), -magnitude, magnitude + 1).toArray();
    }

    /** What is done with a product: the indices of its factors. */
    interface Products {
      void take(int pixel, int weight);
    }

    /** Visits all products of an element of the result, by the definition of nn.conv2d. */
    void products(int n, int y, int x, int o, Products products) {
      int depth = layout.depth();
      for (int ky = 0; ky < window.height(); ky++) {
        for (int kx = 0; kx < window.width(); kx++) {
          int row =
              y * window.strides().height()
                  - window.padding().top()
                  + ky * window.dilations().height();
          int column =
              x * window.strides().width()
                  - window.padding().left()
                  + kx * window.dilations().width();
          if (row < 0 || row >= image.dim(1) || column < 0 || column >= image.dim(2)) {
            continue;
          }
          for (int i = 0; i < depth; i++) {
            int channel = o / firstOfGroup * depth + i;
            int pixel =
                ((n * image.size(1) + row) * image.size(2) + column) * image.size(3) + channel;
            int tap = ky * (int) window.width() + kx;
            int weight =
                layout.channelsLast()
                    ? tap * layout.outputs() + o
                    : (o * layout.taps() + tap) * depth + i;
            products.take(pixel, weight);
          }
        }
      }
    }

    /** What is done with an element of the result. */
    interface Elements {
      void take(int index, int n, int y, int x, int o);
    }

    void elements(Elements elements) {
      int index = 0;
      for (int n = 0; n < result.dim(0); n++) {
        for (int y = 0; y < result.dim(1); y++) {
          for (int x = 0; x < result.dim(2); x++) {
            for (int o = 0; o < result.dim(3); o++) {
              elements.take(index++, n, y, x, o);
            }
          }
        }
      }
    }
  }

  private static BlockType type(int bits, Exponents exponents, BlockRounding rounding) {
    return new BlockType(
        bits,
        exponents instanceof Exponents.Dynamic ? new PerBlock(4) : new PerTensor(),
        exponents,
        rounding,
        Saturation.SYMMETRIC,
        ScaleChoice.FLOOR);
  }

  @Property(tries = 150)
  void aStaticFilterIsTheExactSumRoundedOnce(
      @ForAll long seed,
      @ForAll BlockRounding rounding,
      @ForAll @IntRange(min = -3, max = 25) int shift,
      @ForAll @IntRange(min = -2, max = 9) int biasShift) {
    Sample sample = Sample.of(seed);
    int outputs = sample.layout().outputs();
    int[] pixels = sample.integers(sample.image(), 32767);
    int[] weights = sample.integers(sample.filter(), 32767);
    int[] bias = sample.integers(Shape.of(outputs), 1 << 20);
    int[] shifts = new int[outputs];
    int[] biasShifts = new int[outputs];
    Arrays.setAll(shifts, o -> shift + o % 2);
    Arrays.setAll(biasShifts, o -> biasShift);
    BlockType type = type(16, Exponents.Static.of(0), rounding);
    StaticFilter filter =
        new StaticFilter(
            sample.layout(),
            weights,
            bias,
            biasShifts,
            shifts,
            type,
            new ClampBounds(-20000, 30000, 0));
    Tensor found =
        filter.execute(
            Tensor.of(sample.image(), pixels),
            sample.image(),
            Positions.under(sample.window()),
            sample.result());
    int[] expected = new int[Math.toIntExact(sample.result().elements())];
    sample.elements(
        (index, n, y, x, o) -> {
          long[] sum = {rounding.shiftRight(bias[o], -biasShift)};
          sample.products(n, y, x, o, (p, w) -> sum[0] += (long) pixels[p] * weights[w]);
          expected[index] = Math.clamp(rounding.shiftRight(sum[0], shifts[o]), -20000, 30000);
        });
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], found.integer(i));
    }
  }

  @Property(tries = 150)
  void aBlockFilterIsOffByHalfAStepOfTheAccumulatorForEachAlignedSum(
      @ForAll long seed,
      @ForAll @IntRange(min = 0, max = 20) int guard,
      @ForAll @IntRange(min = 0, max = 12) int spread) {
    Sample sample = Sample.of(seed);
    BlockType dynamic = type(8, Exponents.DYNAMIC, BlockRounding.HALF_EVEN);
    BlockType biasType = type(16, Exponents.Static.of(-14), BlockRounding.HALF_EVEN);
    Tensor pixels = packed(sample, sample.image(), dynamic, spread);
    Tensor weights = packed(sample, sample.filter(), dynamic, spread);
    Tensor bias =
        Tensor.of(
            Shape.of(sample.layout().outputs()),
            sample.integers(Shape.of(sample.layout().outputs()), 32767));
    Wide found =
        new BlockFilter(
                sample.layout(),
                weights,
                dynamic,
                Optional.of(bias),
                Optional.of(biasType),
                BlockRounding.HALF_EVEN,
                guard)
            .execute(
                pixels, dynamic, sample.image(), Positions.under(sample.window()), sample.result());
    float[] realPixels = new Unpacking(dynamic, sample.image()).real(pixels).floats();
    float[] realWeights = new Unpacking(dynamic, sample.filter()).real(weights).floats();
    sample.elements(
        (index, n, y, x, o) -> {
          BigDecimal[] sum = {new BigDecimal(Math.scalb((double) bias.integer(o), -14))};
          int[] products = {1};
          sample.products(
              n,
              y,
              x,
              o,
              (p, w) -> {
                sum[0] =
                    sum[0].add(
                        new BigDecimal(realPixels[p]).multiply(new BigDecimal(realWeights[w])));
                products[0]++;
              });
          double step = Math.scalb(1.0, found.exponents()[index]);
          BigDecimal accumulated =
              new BigDecimal(found.accumulators()[index]).multiply(new BigDecimal(step));
          double error = accumulated.subtract(sum[0]).abs().doubleValue();
          assertTrue(error <= products[0] * step / 2, () -> error + " of steps of " + step);
          if (spread == 0 && guard == 20) {
            assertEquals(0, error);
          }
        });
  }

  /** Numbers around 1, of exponents that differ by {@code spread} at most. */
  private static Tensor packed(Sample sample, Shape shape, BlockType type, int spread) {
    float[] values = new float[Math.toIntExact(shape.elements())];
    for (int i = 0; i < values.length; i++) {
      float near = (1 + sample.random().nextFloat()) * (sample.random().nextBoolean() ? 1 : -1);
      values[i] = Math.scalb(near, -sample.random().nextInt(spread + 1));
    }
    return new Packing(type, shape).pack(values);
  }

  @Property(tries = 200)
  void aSumIsOffByHalfAStepOfItsAccumulatorForEachOperand(
      @ForAll @IntRange(min = -32768, max = 32767) int a,
      @ForAll @IntRange(min = -32768, max = 32767) int b,
      @ForAll @IntRange(min = -40, max = 40) int exponent,
      @ForAll @IntRange(min = 0, max = 15) int guard,
      @ForAll boolean negate) {
    Wide left = new Wide(new long[] {a}, new int[] {0});
    Wide right = new Wide(new long[] {b}, new int[] {exponent});
    Shape one = Shape.of(1);
    Wide sum = Elementwise.sum(left, one, right, one, one, negate, guard, BlockRounding.HALF_EVEN);
    assertEquals(Math.max(0, exponent) - guard, sum.exponents()[0]);
    // Over 2^-60, so that all are integers.
    BigInteger exact =
        BigInteger.valueOf(a)
            .shiftLeft(60)
            .add(BigInteger.valueOf(negate ? -b : b).shiftLeft(60 + exponent));
    BigInteger found = BigInteger.valueOf(sum.accumulators()[0]).shiftLeft(60 + sum.exponents()[0]);
    BigInteger step = BigInteger.ONE.shiftLeft(60 + sum.exponents()[0]);
    assertTrue(
        exact.subtract(found).abs().shiftLeft(1).compareTo(step) <= 0
            || Math.abs(exponent) <= guard && exact.equals(found));
  }

  @Property(tries = 100)
  void aProductIsExact(
      @ForAll @IntRange(min = -32768, max = 32767) int a,
      @ForAll @IntRange(min = -32768, max = 32767) int b) {
    Wide product =
        Elementwise.product(
            new Wide(new long[] {a}, new int[] {-3}),
            Shape.of(1),
            new Wide(new long[] {b, b + 1}, new int[] {5, 6}),
            Shape.of(2, 1),
            Shape.of(2, 1));
    assertArrayEquals(new long[] {(long) a * b, (long) a * (b + 1)}, product.accumulators());
    assertArrayEquals(new int[] {2, 3}, product.exponents());
  }

  @Property(tries = 100)
  void meansAreTheExactQuotientOfTheAlignedSum(@ForAll long seed, @ForAll BlockRounding rounding) {
    Random random = new Random(seed);
    Shape shape = Shape.of(1 + random.nextInt(3), 1 + random.nextInt(4), 1 + random.nextInt(5));
    boolean[] reduced = {random.nextBoolean(), random.nextBoolean(), random.nextBoolean()};
    Wide input = Wide.of(Math.toIntExact(shape.elements()));
    for (int i = 0; i < shape.elements(); i++) {
      input.set(i, random.nextInt(65536) - 32768, -7);
    }
    Wide found = Mean.of(input, shape, reduced, 8, rounding);
    Map<String, long[]> sums = new LinkedHashMap<>();
    for (int i = 0, a = 0; a < shape.dim(0); a++) {
      for (int b = 0; b < shape.dim(1); b++) {
        for (int c = 0; c < shape.dim(2); c++, i++) {
          String key =
              (reduced[0] ? 0 : a) + "," + (reduced[1] ? 0 : b) + "," + (reduced[2] ? 0 : c);
          long[] sum = sums.computeIfAbsent(key, _ -> new long[2]);
          sum[0] += input.accumulators()[i];
          sum[1]++;
        }
      }
    }
    int r = 0;
    for (long[] sum : sums.values()) {
      assertEquals(rounding.divide(sum[0] << 8, sum[1]), found.accumulators()[r]);
      assertEquals(-15, found.exponents()[r++]);
    }
  }
}
