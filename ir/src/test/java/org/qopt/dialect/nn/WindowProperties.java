package org.qopt.dialect.nn;

import static org.qopt.dialect.nn.Tensors.assertElements;
import static org.qopt.dialect.nn.Tensors.at;
import static org.qopt.dialect.nn.Tensors.atOrZero;
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

/** Convolutions and poolings against their definitions, over generated windows. */
class WindowProperties {
  private static final double TOLERANCE = 1e-5;

  /** A window that fits its image, and the image's size. */
  record Case(
      int rows, int columns, int[] kernel, int[] strides, int[] dilations, int[] pads, long seed) {
    long y(long[] index, long i) {
      return index[1] * strides[0] + i * dilations[0] - pads[0];
    }

    long x(long[] index, long j) {
      return index[2] * strides[1] + j * dilations[1] - pads[2];
    }

    Map<String, Attribute> attributes() {
      Map<String, Attribute> attributes = new HashMap<>();
      attributes.put("strides", ints(strides[0], strides[1]));
      attributes.put("padding", ints(pads[0], pads[1], pads[2], pads[3]));
      return attributes;
    }

    Map<String, Attribute> convAttributes(Activation activation) {
      Map<String, Attribute> attributes = attributes();
      attributes.put("dilations", ints(dilations[0], dilations[1]));
      attributes.put("activation", activation.attribute());
      return attributes;
    }

    Map<String, Attribute> poolAttributes() {
      Map<String, Attribute> attributes = attributes();
      attributes.put("kernel", ints(kernel[0], kernel[1]));
      return attributes;
    }
  }

  @Provide
  Arbitrary<Case> cases() {
    return cases(Arbitraries.integers().between(1, 3));
  }

  @Provide
  Arbitrary<Case> dense() {
    return cases(Arbitraries.just(1));
  }

  // Padding below the kernel's size; the image at least as large as the dilated kernel.
  private static Arbitrary<Case> cases(Arbitrary<Integer> dilation) {
    Arbitrary<int[]> kernels = Arbitraries.integers().between(1, 4).array(int[].class).ofSize(2);
    Arbitrary<int[]> strides = Arbitraries.integers().between(1, 3).array(int[].class).ofSize(2);
    Arbitrary<int[]> dilations = dilation.array(int[].class).ofSize(2);
    Arbitrary<int[]> pads = Arbitraries.integers().between(0, 3).array(int[].class).ofSize(4);
    Arbitrary<int[]> extra = Arbitraries.integers().between(0, 5).array(int[].class).ofSize(2);
    return Combinators.combine(kernels, strides, dilations, pads, extra, Arbitraries.longs())
        .as(
            (kernel, stride, dilated, pad, more, seed) ->
                new Case(
                    (kernel[0] - 1) * dilated[0] + 1 + more[0],
                    (kernel[1] - 1) * dilated[1] + 1 + more[1],
                    kernel,
                    stride,
                    dilated,
                    new int[] {
                      Math.min(pad[0], kernel[0] - 1),
                      Math.min(pad[1], kernel[0] - 1),
                      Math.min(pad[2], kernel[1] - 1),
                      Math.min(pad[3], kernel[1] - 1)
                    },
                    seed));
  }

  @Property(tries = 100)
  void convolutionIsItsDefinition(
      @ForAll("cases") Case c,
      @ForAll @IntRange(min = 1, max = 3) int groups,
      @ForAll @IntRange(min = 1, max = 6) int depth,
      @ForAll @IntRange(min = 1, max = 5) int perGroup,
      @ForAll Activation activation) {
    Random random = new Random(c.seed);
    Tensor image = Tensors.random(random, 2, c.rows, c.columns, (long) depth * groups);
    Tensor filter =
        Tensors.random(random, (long) perGroup * groups, c.kernel[0], c.kernel[1], depth);
    Tensor bias = Tensors.random(random, (long) perGroup * groups);
    Map<String, Attribute> attributes = c.convAttributes(activation);
    attributes.put("groups", IntegerAttr.i64(groups));
    Tensor result = OpRunner.run(Conv2dOp.DEF, attributes, image, filter, bias);
    assertElements(
        result,
        TOLERANCE,
        index -> {
          long o = index[3];
          double sum = at(bias, o);
          for (int i = 0; i < c.kernel[0]; i++) {
            for (int j = 0; j < c.kernel[1]; j++) {
              for (int k = 0; k < depth; k++) {
                sum +=
                    atOrZero(
                            image, index[0], c.y(index, i), c.x(index, j), o / perGroup * depth + k)
                        * at(filter, o, i, j, k);
              }
            }
          }
          return Math.clamp(sum, activation.min(), activation.max());
        });
  }

  @Property(tries = 100)
  void depthwiseConvolutionIsItsDefinition(
      @ForAll("cases") Case c,
      @ForAll @IntRange(min = 1, max = 5) int channels,
      @ForAll @IntRange(min = 1, max = 3) int multiplier,
      @ForAll Activation activation) {
    Random random = new Random(c.seed);
    Tensor image = Tensors.random(random, 2, c.rows, c.columns, channels);
    Tensor filter =
        Tensors.random(random, 1, c.kernel[0], c.kernel[1], (long) channels * multiplier);
    Tensor result =
        OpRunner.run(DepthwiseConv2dOp.DEF, c.convAttributes(activation), image, filter);
    assertElements(
        result,
        TOLERANCE,
        index -> {
          double sum = 0;
          for (int i = 0; i < c.kernel[0]; i++) {
            for (int j = 0; j < c.kernel[1]; j++) {
              sum +=
                  atOrZero(image, index[0], c.y(index, i), c.x(index, j), index[3] / multiplier)
                      * at(filter, 0, i, j, index[3]);
            }
          }
          return Math.clamp(sum, activation.min(), activation.max());
        });
  }

  @Property(tries = 100)
  void averageIsTheSumOverTheCount(@ForAll("dense") Case c, @ForAll boolean withPadding) {
    Tensor image = Tensors.random(new Random(c.seed), 2, c.rows, c.columns, 3);
    Map<String, Attribute> attributes = c.poolAttributes();
    attributes.put("count_include_pad", IntegerAttr.of(withPadding));
    assertElements(
        OpRunner.run(AvgPool2dOp.DEF, attributes, image),
        TOLERANCE,
        index -> {
          double sum = 0;
          int count = 0;
          for (int i = 0; i < c.kernel[0]; i++) {
            for (int j = 0; j < c.kernel[1]; j++) {
              sum += atOrZero(image, index[0], c.y(index, i), c.x(index, j), index[3]);
              count += withPadding || isInside(c, index, i, j) ? 1 : 0;
            }
          }
          return sum / count;
        });
  }

  @Property(tries = 100)
  void maximumIgnoresPadding(@ForAll("dense") Case c) {
    Tensor image = Tensors.random(new Random(c.seed), 2, c.rows, c.columns, 3);
    assertElements(
        OpRunner.run(MaxPool2dOp.DEF, c.poolAttributes(), image),
        0,
        index -> {
          double largest = Double.NEGATIVE_INFINITY;
          for (int i = 0; i < c.kernel[0]; i++) {
            for (int j = 0; j < c.kernel[1]; j++) {
              if (isInside(c, index, i, j)) {
                largest =
                    Math.max(largest, at(image, index[0], c.y(index, i), c.x(index, j), index[3]));
              }
            }
          }
          return largest;
        });
  }

  private static boolean isInside(Case c, long[] index, int i, int j) {
    long y = c.y(index, i);
    long x = c.x(index, j);
    return y >= 0 && y < c.rows && x >= 0 && x < c.columns;
  }
}
