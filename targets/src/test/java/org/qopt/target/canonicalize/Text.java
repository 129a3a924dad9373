package org.qopt.target.canonicalize;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Pieces of programs, of any shape. */
final class Text {
  private Text() {}

  /** {@return the type of a tensor of {@code element}} */
  static String tensor(String element, int... shape) {
    return "tensor<"
        + Arrays.stream(shape).mapToObj(d -> d + "x").collect(Collectors.joining())
        + element
        + ">";
  }

  /** {@return {@code array<i64: ...>}} */
  static String array(int... values) {
    return values.length == 0 ? "array<i64>" : "array<i64: " + joined(values) + ">";
  }

  private static String joined(int... values) {
    return Arrays.stream(values).mapToObj(Integer::toString).collect(Collectors.joining(", "));
  }

  /** {@return a function from {@code x} to {@code y}, which {@code body} defines} */
  static String function(String x, String body, String y) {
    return "func.func @main(%x: "
        + x
        + ") -> "
        + y
        + " {\n"
        + body
        + "  return %y : "
        + y
        + "\n}\n";
  }

  /** {@return elements for {@code dense<...>} of {@code bytes} bytes each, from -100 to 100} */
  static String elements(int count, int bytes, Random random) {
    if (count == 0) {
      return "";
    }
    StringBuilder hex = new StringBuilder("\"0x");
    for (int i = 0; i < count; i++) {
      int value = random.nextInt(201) - 100;
      for (int b = 0; b < bytes; b++) {
        hex.append("%02X".formatted(value >> Byte.SIZE * b & 0xff));
      }
    }
    return hex.append('"').toString();
  }

  /** {@return a shape of 0 to 5 dimensions, now and then without elements} */
  static int[] shape(Random random) {
    return shape(random, random.nextInt(6));
  }

  static int[] shape(Random random, int rank) {
    return IntStream.range(0, rank)
        .map(_ -> random.nextInt(25) == 0 ? 0 : 1 + random.nextInt(4))
        .toArray();
  }

  /** {@return a shape of as many elements} */
  static int[] reshaped(int[] shape, Random random) {
    List<Integer> dims = Arrays.stream(shape).boxed().collect(Collectors.toList());
    Collections.shuffle(dims, random);
    if (dims.size() > 1 && random.nextBoolean()) {
      dims.set(0, dims.get(0) * dims.removeLast());
    } else {
      dims.add(random.nextInt(dims.size() + 1), 1);
    }
    return dims.stream().mapToInt(Integer::intValue).toArray();
  }

  /** {@return an order of {@code rank} axes} */
  static int[] permutation(int rank, Random random) {
    List<Integer> axes = IntStream.range(0, rank).boxed().collect(Collectors.toList());
    Collections.shuffle(axes, random);
    return axes.stream().mapToInt(Integer::intValue).toArray();
  }

  static int[] permuted(int[] shape, int[] permutation) {
    return Arrays.stream(permutation).map(axis -> shape[axis]).toArray();
  }

  /** {@return one of {@code choices}} */
  @SafeVarargs
  static <T> T oneOf(Random random, T... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
