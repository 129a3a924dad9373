package org.qopt.target.cpu.numerics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.qopt.dialect.nn.attr.Padding;
import org.qopt.dialect.nn.attr.Spatial;
import org.qopt.dialect.nn.shape.Window;
import org.qopt.ir.type.Shape;

/** Sums of products and means against naive definitions, on random shapes and parameters. */
class SumsProperties {
  @Property
  void requantizedSumsAreNearest(
      @ForAll int sum,
      @ForAll @IntRange(min = 1, max = 1_000_000) int input,
      @ForAll @IntRange(min = 1, max = 1_000_000) int weight,
      @ForAll @IntRange(min = 1, max = 1_000_000) int output,
      @ForAll byte zeroPoint) {
    float in = input * 1e-6f;
    float of = weight * 1e-6f;
    float out = output * 1e-6f;
    Requantizer requantizer = Requantizer.ofProducts(in, new float[] {of}, out, zeroPoint);
    double steps = sum * ((double) in * of / out);
    double exact = Math.clamp(steps + zeroPoint, Byte.MIN_VALUE, Byte.MAX_VALUE);
    // Four roundings to 24 bits, of at most 255 steps.
    assertEquals(exact, requantizer.apply(0, sum), 0.5 + 256 * 0x1p-22);
  }

  @Example
  void halvesGoToTheEvenNeighbour() {
    Requantizer half = Requantizer.ofProducts(0.5f, new float[] {1}, 1, 7);
    assertEquals(7, half.apply(0, 1));
    assertEquals(9, half.apply(0, 3));
    assertEquals(5, half.apply(0, -3));
  }

  @Property(tries = 300)
  void convolutionsSumWhatTheWindowCovers(
      @ForAll long seed,
      @ForAll @IntRange(max = 3) int batch,
      @ForAll @IntRange(min = 1, max = 5) int height,
      @ForAll @IntRange(min = 1, max = 3) int groups,
      @ForAll @IntRange(min = 1, max = 3) int inputs,
      @ForAll @IntRange(min = 1, max = 3) int outputs) {
    Random random = new Random(seed);
    Window window =
        new Window(
            1 + random.nextInt(3),
            1 + random.nextInt(3),
            new Spatial(1 + random.nextInt(3), 1 + random.nextInt(2)),
            new Spatial(1 + random.nextInt(2), 1 + random.nextInt(3)),
            new Padding(
                random.nextInt(3), random.nextInt(3), random.nextInt(3), random.nextInt(3)));
    Shape from = Shape.of(batch, height, 7, (long) groups * inputs);
    Shape to =
        Shape.of(
            batch, window.outputHeight(height), window.outputWidth(7), (long) groups * outputs);
    byte[] image = bytes(random, from);
    byte[] weights =
        bytes(random, Shape.of((long) groups * outputs, window.height(), window.width(), inputs));
    int[] bias = random.ints((long) groups * outputs, -500, 500).toArray();
    byte zeroPoint = (byte) random.nextInt(256);
    float[] scales = new float[bias.length];
    for (int i = 0; i < scales.length; i++) {
      scales[i] = 0.001f * (1 + i);
    }
    Requantizer requantizer = Requantizer.ofProducts(0.1f, scales, 0.05f, -5);
    byte[] found =
        new Convolution(window, groups, zeroPoint, weights, bias, requantizer)
            .execute(image, from, to);
    if (image.length > 0) {
      assertTrue(FastConvolution.canTake(from, window), "vectors in tests");
      assertArrayEquals(
          found,
          FastConvolution.of(from, window, groups, zeroPoint, weights, bias, requantizer)
              .execute(image));
    }
    byte[] expected = new byte[found.length];
    int at = 0;
    for (int n = 0; n < to.size(0); n++) {
      for (int y = 0; y < to.size(1); y++) {
        for (int x = 0; x < to.size(2); x++) {
          for (int o = 0; o < bias.length; o++) {
            int sum = bias[o];
            for (int ky = 0; ky < window.height(); ky++) {
              for (int kx = 0; kx < window.width(); kx++) {
                for (int i = 0; i < inputs; i++) {
                  int row =
                      y * window.strides().height()
                          + ky * window.dilations().height()
                          - window.padding().top();
                  int column =
                      x * window.strides().width()
                          + kx * window.dilations().width()
                          - window.padding().left();
                  if (row >= 0 && row < height && column >= 0 && column < 7) {
                    int c = o / outputs * inputs + i;
                    int pixel = ((n * height + row) * 7 + column) * groups * inputs + c;
                    int tap = ky * (int) window.width() + kx;
                    int weight = (o * (int) (window.height() * window.width()) + tap) * inputs + i;
                    sum += (image[pixel] - zeroPoint) * weights[weight];
                  }
                }
              }
            }
            expected[at++] = requantizer.apply(o, sum);
          }
        }
      }
    }
    assertArrayEquals(expected, found);
  }

  @Property(tries = 200)
  void matrixProductsSumRowsTimesColumns(
      @ForAll long seed,
      @ForAll @IntRange(max = 4) int rows,
      @ForAll @IntRange(max = 5) int depth,
      @ForAll @IntRange(max = 4) int columns) {
    Random random = new Random(seed);
    byte[] a = bytes(random, Shape.of(rows, depth));
    byte[] b = bytes(random, Shape.of(depth, columns));
    Requantizer requantizer = Requantizer.ofProducts(0.1f, new float[] {0.01f}, 0.05f, 3);
    byte[] found = new byte[rows * columns];
    new MatrixProduct(4, -9, requantizer)
        .multiply(a, b, found, new int[3], new int[] {rows, depth, columns});
    for (int m = 0; m < rows; m++) {
      for (int n = 0; n < columns; n++) {
        int sum = 0;
        for (int k = 0; k < depth; k++) {
          sum += (a[m * depth + k] - 4) * (b[k * columns + n] + 9);
        }
        assertEquals(requantizer.apply(0, sum), found[m * columns + n]);
      }
    }
  }

  @Property(tries = 300)
  void meansAreNearest(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 9) int height,
      @ForAll @IntRange(min = 1, max = 3) int channels) {
    Random random = new Random(seed);
    Shape from = Shape.of(2, height, 4, channels);
    byte[] image = bytes(random, from);
    Affine input = new Affine(0.07f, random.nextInt(256) - 128);
    Affine result = new Affine(0.03f, random.nextInt(256) - 128);
    byte[] pooled =
        Pool2d.average(
                new Window(height, 4, Spatial.ONE, Spatial.ONE, Padding.NONE), input, result, false)
            .execute(image, from, Shape.of(2, 1, 1, channels));
    byte[] global =
        new GlobalAverage(
                input.zeroPoint(),
                Requantizer.ofMean(input.scale(), result.scale(), height * 4, result.zeroPoint()))
            .execute(image, height * 4, channels);
    for (int i = 0; i < pooled.length; i++) {
      double sum = 0;
      for (int p = 0; p < height * 4; p++) {
        int pixel = (i / channels * height * 4 + p) * channels + i % channels;
        sum += image[pixel] - input.zeroPoint();
      }
      double steps = sum / (height * 4) * ((double) input.scale() / result.scale());
      double exact = Math.clamp(steps + result.zeroPoint(), -128, 127);
      assertEquals(exact, pooled[i], 0.5 + 1e-3);
      assertEquals(exact, global[i], 0.5 + 1e-3);
    }
  }

  @Example
  void poolsLeavePaddingOutUnlessItCounts() {
    Window window = new Window(2, 2, Spatial.ONE, Spatial.ONE, new Padding(1, 0, 1, 0));
    Affine one = new Affine(1, 0);
    Shape shape = Shape.of(1, 1, 1, 1);
    byte[] image = {-8};
    assertArrayEquals(new byte[] {-8}, Pool2d.max(window).execute(image, shape, shape));
    assertArrayEquals(
        new byte[] {-8}, Pool2d.average(window, one, one, false).execute(image, shape, shape));
    assertArrayEquals(
        new byte[] {-2}, Pool2d.average(window, one, one, true).execute(image, shape, shape));
  }

  private static byte[] bytes(Random random, Shape shape) {
    byte[] values = new byte[Math.toIntExact(shape.elements())];
    random.nextBytes(values);
    return values;
  }
}
