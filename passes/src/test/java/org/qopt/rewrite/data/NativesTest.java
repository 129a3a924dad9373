package org.qopt.rewrite.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.qopt.ir.attribute.Attribute;
import org.qopt.ir.attribute.DenseIntArrayAttr;
import org.qopt.ir.attribute.FloatAttr;
import org.qopt.ir.attribute.IntegerAttr;
import org.qopt.ir.type.IntegerType;
import org.qopt.rewrite.data.NativeFunction.Answer;
import org.qopt.rewrite.data.library.BuiltinLibrary;

class NativesTest {
  private static final Natives NATIVES = Natives.load();

  private static NativeArguments arguments(Attribute... attributes) {
    return new NativeArguments(
        Stream.of(attributes)
            .<Bound>map(Bound.ToAttribute::new)
            .collect(ImmutableList.toImmutableList()));
  }

  private static Answer call(String function, Attribute... attributes) {
    return NATIVES.functions().get(function).body().compute(arguments(attributes));
  }

  private static Attribute result(String function, Attribute... attributes) {
    Answer.Result answer = (Answer.Result) call(function, attributes);
    return ((Bound.ToAttribute) answer.bound()).attribute();
  }

  private static Optional<String> violation(String constraint, Attribute... attributes) {
    return NATIVES.constraints().get(constraint).check().violation(arguments(attributes));
  }

  private static long[] permutation(int size, Random random) {
    List<Integer> axes = new ArrayList<>(IntStream.range(0, size).boxed().toList());
    Collections.shuffle(axes, random);
    return axes.stream().mapToLong(axis -> axis).toArray();
  }

  private static long[] permuted(long[] values, long[] permutation) {
    return Arrays.stream(permutation).map(axis -> values[(int) axis]).toArray();
  }

  @Property
  void composedPermutationDoesOneAfterTheOther(
      @ForAll @IntRange(min = 0, max = 6) int size, @ForAll Random random) {
    long[] first = permutation(size, random);
    long[] then = permutation(size, random);
    long[] values = random.longs(size).toArray();
    long[] both =
        ((DenseIntArrayAttr)
                result(
                    "compose-permutations",
                    DenseIntArrayAttr.i64(first),
                    DenseIntArrayAttr.i64(then)))
            .values()
            .toArray();
    assertEquals(
        Arrays.toString(permuted(permuted(values, first), then)),
        Arrays.toString(permuted(values, both)));
  }

  @Property
  void invertedPermutationUndoesIt(
      @ForAll @IntRange(min = 0, max = 6) int size, @ForAll Random random) {
    DenseIntArrayAttr one = DenseIntArrayAttr.i64(permutation(size, random));
    Attribute nothing = result("compose-permutations", one, result("invert-permutation", one));
    assertEquals(Optional.empty(), violation("identity-permutation", nothing));
  }

  @Test
  void whatIsNoPermutationHasNoAnswer() {
    DenseIntArrayAttr twice = DenseIntArrayAttr.i64(0, 0);
    assertEquals(
        new Answer.None("array<i64: 0, 0> is no permutation"), call("invert-permutation", twice));
    assertTrue(
        call("compose-permutations", DenseIntArrayAttr.i64(0), DenseIntArrayAttr.i64(1, 0))
            instanceof Answer.None);
    assertTrue(
        call("compose-permutations", DenseIntArrayAttr.i64(0, 2), DenseIntArrayAttr.i64(1, 0))
            instanceof Answer.None);
  }

  @Test
  void elementsAreTakenAtIndices() {
    DenseIntArrayAttr array = DenseIntArrayAttr.i64(7, 8, 9);
    assertEquals(
        DenseIntArrayAttr.i64(9, 7, 7, 8),
        result("elements-at", array, DenseIntArrayAttr.i64(2, 0, 0, 1)));
    assertEquals(
        new Answer.None("3 is no index of array<i64: 7, 8, 9>"),
        call("elements-at", array, DenseIntArrayAttr.i64(0, 3)));
    assertTrue(call("elements-at", array, DenseIntArrayAttr.i64(-1)) instanceof Answer.None);
  }

  @Test
  void numbersAreComputed() {
    assertEquals(IntegerAttr.i64(5), result("add", IntegerAttr.i64(2), IntegerAttr.i64(3)));
    assertEquals(IntegerAttr.i64(-1), result("subtract", IntegerAttr.i64(2), IntegerAttr.i64(3)));
    assertEquals(IntegerAttr.i64(6), result("multiply", IntegerAttr.i64(2), IntegerAttr.i64(3)));
    assertEquals(FloatAttr.f32(0.5f), result("min", FloatAttr.f32(0.5f), FloatAttr.f32(2)));
    assertEquals(FloatAttr.f32(2), result("max", FloatAttr.f32(0.5f), FloatAttr.f32(2)));
  }

  @Test
  void numbersThatDoNotFitHaveNoAnswer() {
    IntegerAttr large = IntegerAttr.of(100, IntegerType.I8);
    assertEquals(new Answer.None("200 does not fit into i8"), call("add", large, large));
    assertTrue(call("add", large, IntegerAttr.i64(1)) instanceof Answer.None);
    assertTrue(call("add", large, FloatAttr.f32(1)) instanceof Answer.None);
  }

  @Test
  void numbersAreCompared() {
    assertEquals(Optional.empty(), violation("at-least", IntegerAttr.i64(3), IntegerAttr.i64(3)));
    assertEquals(
        Optional.of("2 : i64 is less than 3 : i64"),
        violation("at-least", IntegerAttr.i64(2), IntegerAttr.i64(3)));
    assertEquals(Optional.empty(), violation("at-most", FloatAttr.f32(0.5f), IntegerAttr.i64(3)));
    // Beyond what a double tells apart.
    IntegerAttr huge = IntegerAttr.i64(Long.MAX_VALUE);
    IntegerAttr less = IntegerAttr.i64(Long.MAX_VALUE - 1);
    assertTrue(violation("at-most", huge, less).isPresent());
  }

  @Test
  void twoOfOneNameAreRefused() {
    List<PatternLibrary> twice = List.of(new BuiltinLibrary(), new BuiltinLibrary());
    String message =
        assertThrows(IllegalStateException.class, () -> Natives.of(twice)).getMessage();
    assertEquals("two constraints are named at-least", message);
  }
}
