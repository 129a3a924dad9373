package org.qopt.target.c;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class StridedProperties {
  @Property
  void fewerDimensionsVisitTheSamePlacesInTheSameOrder(
      @ForAll @Size(min = 0, max = 4) List<@IntRange(min = 1, max = 4) Integer> sizes,
      @ForAll @Size(4) List<@IntRange(min = -3, max = 3) Integer> steps) {
    int[] dims = sizes.stream().mapToInt(i -> i).toArray();
    int[] first = Strided.rowMajor(dims);
    int[] second = steps.stream().mapToInt(i -> i).limit(dims.length).toArray();
    Strided fewer = Strided.of(dims, first, second);
    assertEquals(places(dims, first), places(fewer.dims(), fewer.strides().get(0)));
    assertEquals(places(dims, second), places(fewer.dims(), fewer.strides().get(1)));
  }

  private static List<Integer> places(int[] dims, int[] strides) {
    List<Integer> places = new ArrayList<>();
    walk(dims, strides, 0, 0, places);
    return places;
  }

  private static void walk(int[] dims, int[] strides, int axis, int at, List<Integer> places) {
    if (axis == dims.length) {
      places.add(at);
      return;
    }
    for (int i = 0; i < dims[axis]; i++) {
      walk(dims, strides, axis + 1, at + i * strides[axis], places);
    }
  }

  @Example
  void aWholeTensorIsOneRun() {
    int[] dims = {2, 1, 3, 4};
    Strided run = Strided.of(dims, Strided.rowMajor(dims));
    assertArrayEquals(new int[] {24}, run.dims());
    assertArrayEquals(new int[] {1}, run.strides().getFirst());
  }

  @Example
  void aScalarIsOneElement() {
    Strided one = Strided.of(new int[0], new int[0]);
    assertArrayEquals(new int[] {1}, one.dims());
    assertArrayEquals(new int[] {0}, one.strides().getFirst());
  }

  @Example
  void whatIsRepeatedDoesNotMove() {
    assertArrayEquals(new int[] {0, 0, 1}, Strided.repeated(new int[] {1, 3}, new int[] {2, 5, 3}));
  }
}
