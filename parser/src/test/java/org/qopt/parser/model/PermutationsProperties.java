package org.qopt.parser.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.Shape;

/** Reordered constants hold at each index what the original holds at the index reordered. */
class PermutationsProperties {
  @Property(tries = 200)
  void elementsMoveWithTheirIndex(
      @ForAll @Size(4) List<@IntRange(min = 1, max = 3) Integer> dims,
      @ForAll @IntRange(max = 23) int choice) {
    Shape shape = Shape.of(dims.stream().mapToLong(Integer::longValue).toArray());
    int[] values = IntStream.range(0, (int) shape.elements()).toArray();
    int[] permutation = permutation(choice);
    Tensor result = Permutations.apply(Tensor.of(shape, values), permutation);
    for (int i = 0; i < values.length; i++) {
      long rest = i;
      long source = 0;
      for (int axis = 3; axis >= 0; axis--) {
        long index = rest % result.shape().dim(axis);
        rest /= result.shape().dim(axis);
        source += index * stride(shape, permutation[axis]);
      }
      assertEquals(source, result.integer(i));
    }
    assertEquals(
        IntStream.range(0, values.length).allMatch(i -> result.integer(i) == i),
        Permutations.keepsOrder(shape, permutation));
  }

  private static long stride(Shape shape, int axis) {
    return IntStream.range(axis + 1, 4).mapToLong(shape::dim).reduce(1, (a, b) -> a * b);
  }

  private static int[] permutation(int choice) {
    List<Integer> left = new ArrayList<>(List.of(0, 1, 2, 3));
    int[] result = new int[4];
    int rest = choice;
    for (int i = 0; i < 4; i++) {
      result[i] = left.remove(rest % left.size());
      rest /= 4 - i;
    }
    return result;
  }
}
