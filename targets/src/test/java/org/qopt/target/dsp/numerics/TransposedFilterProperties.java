package org.qopt.target.dsp.numerics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.qopt.dialect.bfp.BlockRounding;
import org.qopt.dialect.bfp.BlockType;
import org.qopt.dialect.bfp.Exponents;
import org.qopt.dialect.bfp.Saturation;
import org.qopt.dialect.bfp.ScaleChoice;
import org.qopt.dialect.bfp.Sharing.PerTensor;
import org.qopt.dialect.nn.attr.Padding;
import org.qopt.dialect.nn.attr.Spatial;
import org.qopt.dialect.nn.shape.Window;
import org.qopt.ir.tensor.ElementKind;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.Shape;

/** Transposed convolutions against their definition: each pixel is scattered over the result. */
class TransposedFilterProperties {
  private static final BlockType TYPE =
      new BlockType(
          16,
          new PerTensor(),
          Exponents.Static.of(0),
          BlockRounding.HALF_UP,
          Saturation.SYMMETRIC,
          ScaleChoice.FLOOR);

  @Property(tries = 200)
  void aPixelSumsWhatIsScatteredToIt(@ForAll long seed) {
    Random random = new Random(seed);
    int groups = 1 + random.nextInt(2);
    int depth = 1 + random.nextInt(3);
    int perGroup = 1 + random.nextInt(2);
    Shape image =
        Shape.of(
            1 + random.nextInt(2), 1 + random.nextInt(4), 1 + random.nextInt(4), groups * depth);
    int[] strides = {1 + random.nextInt(3), 1 + random.nextInt(3)};
    int[] dilations = {1 + random.nextInt(2), 1 + random.nextInt(2)};
    int[] kernel = {1 + random.nextInt(3), 1 + random.nextInt(3)};
    int[] cut = {random.nextInt(4), random.nextInt(4)};
    int outputs = groups * perGroup;
    Shape result =
        Shape.of(
            image.dim(0),
            Math.max(1, (image.dim(1) - 1) * strides[0] + 3 - cut[0]),
            Math.max(1, (image.dim(2) - 1) * strides[1] + 4 - cut[1]),
            outputs);
    int[] pixels = integers(random, image);
    int[] weights = integers(random, Shape.of(outputs, kernel[0], kernel[1], depth));
    Window window =
        new Window(
            kernel[0],
            kernel[1],
            new Spatial(strides[0], strides[1]),
            new Spatial(dilations[0], dilations[1]),
            new Padding(cut[0], 0, cut[1], 0));
    StaticFilter filter =
        new StaticFilter(
            FilterLayout.grouped(outputs, kernel[0] * kernel[1], depth, groups),
            weights,
            new int[outputs],
            new int[outputs],
            new int[outputs],
            TYPE,
            new ClampBounds(Integer.MIN_VALUE, Integer.MAX_VALUE, 0));
    int[] expected = new int[Math.toIntExact(result.elements())];
    for (int i = 0; i < pixels.length; i++) {
      int channel = i % image.size(3);
      int x = i / image.size(3) % image.size(2);
      int y = i / image.size(3) / image.size(2) % image.size(1);
      int n = i / image.size(3) / image.size(2) / image.size(1);
      int group = channel / depth;
      for (int o = group * perGroup; o < (group + 1) * perGroup; o++) {
        for (int tap = 0; tap < kernel[0] * kernel[1]; tap++) {
          int row = y * strides[0] + tap / kernel[1] * dilations[0] - cut[0];
          int column = x * strides[1] + tap % kernel[1] * dilations[1] - cut[1];
          if (row >= 0 && row < result.size(1) && column >= 0 && column < result.size(2)) {
            int at = ((n * result.size(1) + row) * result.size(2) + column) * outputs + o;
            int weight = (o * kernel[0] * kernel[1] + tap) * depth + channel % depth;
            expected[at] += pixels[i] * weights[weight];
          }
        }
      }
    }
    Tensor found =
        filter.execute(
            Tensor.of(image, pixels).cast(ElementKind.I16),
            image,
            Positions.reachedBy(window),
            result);
    assertArrayEquals(expected, found.cast(ElementKind.I32).ints());
  }

  private static int[] integers(Random random, Shape shape) {
    int[] values = new int[Math.toIntExact(shape.elements())];
    Arrays.setAll(values, _ -> random.nextInt(41) - 20);
    return values;
  }
}
