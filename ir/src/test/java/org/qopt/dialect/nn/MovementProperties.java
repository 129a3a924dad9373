package org.qopt.dialect.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.qopt.dialect.nn.Tensors.assertElements;
import static org.qopt.dialect.nn.Tensors.at;
import static org.qopt.dialect.nn.Tensors.ints;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.qopt.dialect.quant.StorageType;
import org.qopt.dialect.quant.UniformQuantizedType;
import org.qopt.ir.attribute.FloatAttr;
import org.qopt.ir.attribute.IntegerAttr;
import org.qopt.ir.interpret.OpRunner;
import org.qopt.ir.tensor.ElementKind;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.Shape;
import org.qopt.ir.type.TensorType;

/** Operations that move elements against their definitions, for elements of every kind. */
class MovementProperties {
  @Provide
  Arbitrary<List<Integer>> permutations() {
    return Arbitraries.shuffle(0, 1, 2, 3);
  }

  private static Tensor numbers(long seed, ElementKind kind, long... dims) {
    Shape shape = Shape.of(dims);
    float[] values = new float[(int) shape.elements()];
    Random random = new Random(seed);
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextInt(100);
    }
    return Tensor.of(shape, values).cast(kind);
  }

  @Property(tries = 60)
  void transposePermutesAxes(
      @ForAll("permutations") List<Integer> order, @ForAll ElementKind kind, @ForAll long seed) {
    Tensor x = numbers(seed, kind, 2, 3, 4, 5);
    long[] permutation = order.stream().mapToLong(i -> i).toArray();
    Tensor result = OpRunner.run(TransposeOp.DEF, Map.of("permutation", ints(permutation)), x);
    assertEquals(kind, result.kind());
    assertElements(
        result,
        0,
        index -> {
          long[] from = new long[4];
          for (int i = 0; i < 4; i++) {
            from[(int) permutation[i]] = index[i];
          }
          return at(x, from);
        });
  }

  @Property(tries = 60)
  void concatPutsOneBehindTheOther(
      @ForAll @IntRange(min = -3, max = 2) int axis,
      @ForAll @Size(min = 1, max = 4) List<@IntRange(min = 0, max = 3) Integer> sizes,
      @ForAll long seed) {
    int normal = axis < 0 ? axis + 3 : axis;
    List<Tensor> parts = new ArrayList<>();
    for (int size : sizes) {
      parts.add(
          Tensors.random(
              new Random(seed + parts.size()),
              Shape.of(2, 3, 4).with(normal, size).dims().toArray()));
    }
    Tensor result =
        OpRunner.run(
            ConcatOp.DEF, Map.of("axis", IntegerAttr.i64(axis)), parts.toArray(Tensor[]::new));
    assertElements(
        result,
        0,
        index -> {
          long[] from = index.clone();
          for (Tensor part : parts) {
            if (from[normal] < part.shape().dim(normal)) {
              return at(part, from);
            }
            from[normal] -= part.shape().dim(normal);
          }
          throw new AssertionError("the result is longer than its parts");
        });
  }

  @Property(tries = 300)
  void sliceTakesEveryStepBetweenItsEnds(
      @ForAll @IntRange(min = -9, max = 9) int start,
      @ForAll @IntRange(min = -9, max = 9) int end,
      @ForAll @IntRange(min = -3, max = 3) int step,
      @ForAll ElementKind kind) {
    if (step == 0) {
      return;
    }
    Tensor x = numbers(1, kind, 2, 6, 3);
    Tensor result =
        OpRunner.run(
            SliceOp.DEF,
            Map.of("starts", ints(start), "ends", ints(end), "steps", ints(step), "axes", ints(1)),
            x);
    // Python's ranges over 0..5, spelled out.
    List<Long> taken = new ArrayList<>();
    long from = start < 0 ? start + 6 : start;
    long to = end < 0 ? end + 6 : end;
    from = step > 0 ? Math.max(from, 0) : Math.clamp(from, -1, 5);
    to = step > 0 ? Math.min(to, 6) : Math.max(to, -1);
    for (long i = from; step > 0 ? i < to : i > to; i += step) {
      taken.add(i);
    }
    assertEquals(Shape.of(2, taken.size(), 3), result.shape());
    assertElements(result, 0, i -> at(x, i[0], taken.get((int) i[1]), i[2]));
  }

  @Property(tries = 60)
  void padSurroundsByItsValue(
      @ForAll @IntRange(min = 0, max = 2) int before,
      @ForAll @IntRange(min = 0, max = 2) int after,
      @ForAll ElementKind kind) {
    Tensor x = numbers(2, kind, 2, 3);
    Tensor result =
        OpRunner.run(
            PadOp.DEF,
            Map.of("padding", ints(before, after, after, before), "value", FloatAttr.f32(1)),
            x);
    assertElements(
        result,
        0,
        i -> {
          long y = i[0] - before;
          long z = i[1] - after;
          return y < 0 || y > 1 || z < 0 || z > 2 ? 1 : at(x, y, z);
        });
  }

  @Example
  void padOfQuantizedNumbersUsesTheIntegerOfItsValue() {
    UniformQuantizedType type = UniformQuantizedType.of(StorageType.I8, 0.5f, -3);
    Tensor result =
        OpRunner.run(
            PadOp.DEF,
            Map.of("padding", ints(1, 1), "value", FloatAttr.f32(2)),
            List.of(TensorType.of(type, 1)),
            TensorType.of(type, 3),
            Tensor.of(Shape.of(1), (byte) 7));
    assertEquals(Tensor.of(Shape.of(3), (byte) 1, (byte) 7, (byte) 1), result);
  }

  @Example
  void reshapeKeepsTheOrder() {
    Tensor x = numbers(3, ElementKind.I16, 2, 3, 4);
    assertEquals(
        x.reshaped(Shape.of(6, 4)), OpRunner.run(ReshapeOp.DEF, Map.of("shape", ints(-1, 4)), x));
  }

  @Example
  void dynamicReshapeCopiesAndFillsDimensions() {
    Tensor x = numbers(3, ElementKind.F32, 2, 3, 4);
    Tensor shape = Tensor.of(Shape.of(2), 0L, -1L);
    Tensor result =
        OpRunner.run(
            DynamicReshapeOp.DEF,
            Map.of(),
            List.of(
                TensorType.of(x.shape(), x.kind().type()),
                TensorType.of(ElementKind.I64.type(), 2)),
            TensorType.of(x.kind().type(), Shape.DYNAMIC, Shape.DYNAMIC),
            x,
            shape);
    assertEquals(x.reshaped(Shape.of(2, 12)), result);
  }

  @Example
  void shapeIsTheDimensions() {
    Tensor x = numbers(3, ElementKind.F32, 2, 3, 4);
    assertEquals(Tensor.of(Shape.of(3), 2L, 3L, 4L), OpRunner.run(ShapeOp.DEF, Map.of(), x));
  }

  @Example
  void castTruncatesAndRounds() {
    Tensor x = Tensor.of(Shape.of(3), 1.9f, -1.9f, 3e9f);
    TensorType floats = TensorType.of(x.kind().type(), 3);
    Tensor result =
        OpRunner.run(
            CastOp.DEF,
            Map.of(),
            List.of(floats),
            floats.withElementType(ElementKind.I64.type()),
            x);
    assertEquals(Tensor.of(Shape.of(3), 1L, -1L, 3_000_000_000L), result);
  }
}
