package org.qopt.dialect.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.qopt.dialect.nn.Tensors.assertElements;
import static org.qopt.dialect.nn.Tensors.at;
import static org.qopt.dialect.nn.Tensors.ints;

import com.google.common.primitives.ImmutableDoubleArray;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.qopt.dialect.nn.attr.Resampling;
import org.qopt.dialect.nn.attr.Resampling.Coordinates;
import org.qopt.dialect.nn.attr.Resampling.Mode;
import org.qopt.dialect.nn.attr.Resampling.Rounding;
import org.qopt.ir.attribute.Attribute;
import org.qopt.ir.attribute.DenseFloatArrayAttr;
import org.qopt.ir.interpret.OpRunner;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.FloatType;
import org.qopt.ir.type.Shape;

/** Images of another size against the definition. Scales are such that no place is rounded. */
class ResizeProperties {
  private static final double[] SCALES = {0.25, 0.5, 1, 2, 4, 8};

  @Property(tries = 300)
  void nearestIsItsDefinition(
      @ForAll @IntRange(min = 4, max = 9) int rows,
      @ForAll @IntRange(min = 4, max = 9) int columns,
      @ForAll @IntRange(min = 0, max = 5) int vertical,
      @ForAll @IntRange(min = 0, max = 5) int horizontal,
      @ForAll Coordinates coordinates,
      @ForAll Rounding rounding,
      @ForAll long seed) {
    Tensor image = Tensors.random(new Random(seed), 2, rows, columns, 3);
    double[] scales = {SCALES[vertical], SCALES[horizontal]};
    Tensor result =
        OpRunner.run(
            ResizeOp.DEF,
            scaled(scales, new Resampling(Mode.NEAREST, coordinates, rounding)),
            image);
    assertElements(
        result,
        0,
        index -> {
          long y = nearest(image, result, scales, index, 1, coordinates, rounding);
          long x = nearest(image, result, scales, index, 2, coordinates, rounding);
          return at(image, index[0], y, x, index[3]);
        });
  }

  @Property(tries = 300)
  void bilinearIsItsDefinition(
      @ForAll @IntRange(min = 4, max = 9) int rows,
      @ForAll @IntRange(min = 4, max = 9) int columns,
      @ForAll @IntRange(min = 0, max = 5) int vertical,
      @ForAll @IntRange(min = 0, max = 5) int horizontal,
      @ForAll Coordinates coordinates,
      @ForAll long seed) {
    Tensor image = Tensors.random(new Random(seed), 2, rows, columns, 3);
    double[] scales = {SCALES[vertical], SCALES[horizontal]};
    Tensor result =
        OpRunner.run(
            ResizeOp.DEF,
            scaled(scales, new Resampling(Mode.BILINEAR, coordinates, Rounding.FLOOR)),
            image);
    assertElements(
        result,
        1e-5,
        index -> {
          double y = place(image, result, scales, index, 1, coordinates);
          double x = place(image, result, scales, index, 2, coordinates);
          double sum = 0;
          for (int v = 0; v < rows; v++) {
            for (int u = 0; u < columns; u++) {
              double weight = Math.max(0, 1 - Math.abs(y - v)) * Math.max(0, 1 - Math.abs(x - u));
              sum += weight * at(image, index[0], v, u, index[3]);
            }
          }
          return sum;
        });
  }

  @Property(tries = 100)
  void sizesAreScalesWhereTheResultIsAMultiple(
      @ForAll @IntRange(min = 1, max = 9) int rows,
      @ForAll @IntRange(min = 1, max = 9) int columns,
      @ForAll @IntRange(min = 2, max = 5) int scale,
      @ForAll Mode mode,
      @ForAll Coordinates coordinates,
      @ForAll long seed) {
    Tensor image = Tensors.random(new Random(seed), 1, rows, columns, 2);
    int power = Integer.highestOneBit(scale);
    Resampling resampling = new Resampling(mode, coordinates, Rounding.HALF_UP);
    Map<String, Attribute> sizes = attributes(resampling);
    sizes.put("sizes", ints((long) rows * power, (long) columns * power));
    Tensor expected =
        OpRunner.run(ResizeOp.DEF, scaled(new double[] {power, power}, resampling), image);
    Tensor result = OpRunner.run(ResizeOp.DEF, sizes, image);
    assertElements(result, 1e-5, index -> at(expected, index));
  }

  @Example
  void scaledSizesAreRoundedDown() {
    Tensor image = Tensors.random(new Random(1), 1, 5, 7, 1);
    Resampling resampling = new Resampling(Mode.NEAREST, Coordinates.ASYMMETRIC, Rounding.FLOOR);
    Tensor result = OpRunner.run(ResizeOp.DEF, scaled(new double[] {0.5, 1.5}, resampling), image);
    assertEquals(Shape.of(1, 2, 10, 1), result.shape());
  }

  private static Map<String, Attribute> scaled(double[] scales, Resampling resampling) {
    Map<String, Attribute> attributes = attributes(resampling);
    attributes.put(
        "scales", new DenseFloatArrayAttr(FloatType.F32, ImmutableDoubleArray.copyOf(scales)));
    return attributes;
  }

  private static Map<String, Attribute> attributes(Resampling resampling) {
    Map<String, Attribute> attributes = new HashMap<>();
    attributes.put("mode", Resampling.attribute(resampling.mode()));
    attributes.put("coordinates", Resampling.attribute(resampling.coordinates()));
    attributes.put("rounding", Resampling.attribute(resampling.rounding()));
    return attributes;
  }

  // The definition in double, where all these quotients are exact but those of aligned corners.
  private static double place(
      Tensor image, Tensor result, double[] scales, long[] index, int axis, Coordinates how) {
    double input = image.shape().dim(axis);
    double output = result.shape().dim(axis);
    double i = index[axis];
    double middle = (i + 0.5) / scales[axis - 1] - 0.5;
    double place =
        switch (how) {
          case ASYMMETRIC -> i / scales[axis - 1];
          case HALF_PIXEL -> middle;
          case PYTORCH_HALF_PIXEL -> output > 1 ? middle : 0;
          case ALIGN_CORNERS -> output > 1 ? (float) (i * (input - 1)) / (float) (output - 1) : 0;
        };
    return Math.clamp(place, 0, input - 1);
  }

  private static long nearest(
      Tensor image,
      Tensor result,
      double[] scales,
      long[] index,
      int axis,
      Coordinates how,
      Rounding rounding) {
    double place = place(image, result, scales, index, axis, how);
    double below = Math.floor(place);
    double part = how == Coordinates.ALIGN_CORNERS ? (float) place - below : place - below;
    boolean up =
        switch (rounding) {
          case FLOOR -> false;
          case CEIL -> part > 0;
          case HALF_DOWN -> part > 0.5;
          case HALF_UP -> part >= 0.5;
        };
    return Math.min((long) below + (up ? 1 : 0), image.shape().dim(axis) - 1);
  }
}
