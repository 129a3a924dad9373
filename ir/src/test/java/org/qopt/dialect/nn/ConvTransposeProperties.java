package org.qopt.dialect.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.qopt.dialect.nn.Tensors.assertElements;
import static org.qopt.dialect.nn.Tensors.at;
import static org.qopt.dialect.nn.Tensors.ints;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.qopt.dialect.nn.attr.Activation;
import org.qopt.ir.attribute.Attribute;
import org.qopt.ir.attribute.IntegerAttr;
import org.qopt.ir.interpret.OpRunner;
import org.qopt.ir.tensor.Tensor;

/** Transposed convolutions against what they transpose: every product, where it falls. */
class ConvTransposeProperties {
  private static final double TOLERANCE = 1e-5;

  /** How a window of {@code kernel} pixels is spread along one axis. */
  record Axis(int input, int kernel, int stride, int dilation, int before, int after, int added) {
    int output() {
      return (input - 1) * stride + (kernel - 1) * dilation + 1 - before - after + added;
    }

    boolean falls(long source, long tap, long place) {
      return source * stride + tap * dilation - before == place;
    }
  }

  @Provide
  Arbitrary<Axis> axes() {
    Arbitrary<Integer> small = Arbitraries.integers().between(1, 3);
    return Combinators.combine(
            Arbitraries.integers().between(1, 5),
            Arbitraries.integers().between(1, 4),
            small,
            small,
            Arbitraries.integers().between(0, 2),
            Arbitraries.integers().between(0, 2),
            Arbitraries.integers().between(0, 2))
        .as(Axis::new)
        .filter(axis -> axis.output() > 0);
  }

  @Property(tries = 200)
  void eachProductFallsWhereItsWindowLies(
      @ForAll("axes") Axis rows,
      @ForAll("axes") Axis columns,
      @ForAll @IntRange(min = 1, max = 3) int groups,
      @ForAll @IntRange(min = 1, max = 5) int depth,
      @ForAll @IntRange(min = 1, max = 4) int perGroup,
      @ForAll Activation activation,
      @ForAll long seed) {
    Random random = new Random(seed);
    long outputs = (long) perGroup * groups;
    Tensor image = Tensors.random(random, 2, rows.input, columns.input, (long) depth * groups);
    Tensor filter = Tensors.random(random, outputs, rows.kernel, columns.kernel, depth);
    Tensor bias = Tensors.random(random, outputs);
    Map<String, Attribute> attributes = new HashMap<>();
    attributes.put("strides", ints(rows.stride, columns.stride));
    attributes.put("dilations", ints(rows.dilation, columns.dilation));
    attributes.put("padding", ints(rows.before, rows.after, columns.before, columns.after));
    attributes.put("output_padding", ints(rows.added, columns.added));
    attributes.put("groups", IntegerAttr.i64(groups));
    attributes.put("activation", activation.attribute());
    Tensor result = OpRunner.run(Conv2dTransposeOp.DEF, attributes, image, filter, bias);
    assertEquals(rows.output(), result.shape().dim(1));
    assertEquals(columns.output(), result.shape().dim(2));
    assertElements(
        result,
        TOLERANCE,
        index -> {
          double sum = at(bias, index[3]);
          for (int i = 0; i < rows.kernel; i++) {
            for (int v = 0; v < rows.input; v++) {
              if (rows.falls(v, i, index[1])) {
                sum += row(image, filter, columns, index, i, v, perGroup);
              }
            }
          }
          return Math.clamp(sum, activation.min(), activation.max());
        });
  }

  private static double row(
      Tensor image, Tensor filter, Axis columns, long[] index, int i, int v, int perGroup) {
    double sum = 0;
    long depth = filter.shape().dim(3);
    for (int j = 0; j < columns.kernel; j++) {
      for (int u = 0; u < columns.input; u++) {
        for (int k = 0; columns.falls(u, j, index[2]) && k < depth; k++) {
          sum +=
              at(image, index[0], v, u, index[3] / perGroup * depth + k)
                  * at(filter, index[3], i, j, k);
        }
      }
    }
    return sum;
  }
}
