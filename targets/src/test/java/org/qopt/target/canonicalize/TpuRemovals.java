package org.qopt.target.canonicalize;

import static org.qopt.target.canonicalize.Text.array;
import static org.qopt.target.canonicalize.Text.tensor;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** The proofs of {@code RemoveMove} of {@code tpu}: that what it removes gives its operand back. */
final class TpuRemovals {
  private TpuRemovals() {}

  static List<BitProof> all() {
    return List.of(
        proof("rescale", TpuRemovals::rescale),
        proof("clamp", TpuRemovals::clamp),
        proof("reshape", TpuRemovals::reshape),
        proof("transpose", TpuRemovals::transpose),
        proof("slice", TpuRemovals::slice),
        proof("pad", TpuRemovals::pad),
        proof("concat", (type, _, _) -> "%x {axis = 0 : i64} : " + type),
        proof("resize_bilinear", TpuRemovals::bilinear),
        proof("resize_nearest", TpuRemovals::nearest));
  }

  /** What stands behind the operation's name. */
  private interface Rest {
    String of(String type, int[] shape, Random random);
  }

  private static BitProof proof(String op, Rest rest) {
    return BitProof.sometimes(
        "RemoveMove",
        "tpu." + op,
        random -> {
          int[] shape = shape(op, random);
          String element = TpuProofs.element(random);
          if (random.nextBoolean() && !op.startsWith("resize") && element.contains("i16")) {
            // All that 16 bits hold.
            shape = new int[] {256, 256};
          }
          String type = tensor(element, shape);
          return Text.function(
              type, "  %y = tpu." + op + " " + rest.of(type, shape, random) + "\n", type);
        });
  }

  private static int[] shape(String op, Random random) {
    return switch (op) {
      case "resize_bilinear", "resize_nearest" ->
          new int[] {1 + random.nextInt(2), 1 + random.nextInt(9), 1 + random.nextInt(9), 4};
      case "rescale", "clamp" -> new int[] {256};
      default -> Text.shape(random, 1 + random.nextInt(4));
    };
  }

  private static String rescale(String type, int[] shape, Random random) {
    return "%%x {multiplier = 1073741824 : i32, rounding = \"%s\", shift = 1 : i32} : %s"
        .formatted(Text.oneOf(random, "double", "single"), type);
  }

  private static String clamp(String type, int[] shape, Random random) {
    boolean wide = type.contains("i16");
    String bounds =
        switch (random.nextInt(3)) {
          case 0 -> "";
          case 1 ->
              ", activation = \"bounded\", clamp = "
                  + (wide ? "array<i16: -32768, 32767>" : "array<i8: -128, 127>");
          default ->
              ", activation = \"bounded\", clamp = array<i%d: -%d, 100>"
                  .formatted(wide ? 16 : 8, random.nextInt(100));
        };
    return "%%x {multiplier = 1073741824 : i32, rounding = \"%s\", shift = 1 : i32%s} : %s"
        .formatted(Text.oneOf(random, "double", "single"), bounds, type);
  }

  private static String reshape(String type, int[] shape, Random random) {
    return "%x {shape = " + array(shape) + "} : " + type;
  }

  /** Any order of the axes that keeps the shape. */
  private static String transpose(String type, int[] shape, Random random) {
    int[] permutation = Text.permutation(shape.length, random);
    return "%%x {permutation = %s} : %s"
        .formatted(
            array(
                Arrays.equals(Text.permuted(shape, permutation), shape)
                    ? permutation
                    : IntStream.range(0, shape.length).toArray()),
            type);
  }

  /** All of an axis, forward or, now and then, backward. */
  private static String slice(String type, int[] shape, Random random) {
    int axis = random.nextInt(shape.length);
    boolean back = random.nextInt(4) == 0;
    int size = shape[axis];
    return "%%x {axes = %s, ends = %s, starts = %s, steps = %s} : %s"
        .formatted(
            array(axis),
            array(back ? -size - 1 : size + random.nextInt(3)),
            array(back ? size - 1 : 0),
            array(back ? -1 : 1),
            type);
  }

  private static String pad(String type, int[] shape, Random random) {
    return "%%x {padding = %s, value = %d : %s} : %s"
        .formatted(
            array(new int[2 * shape.length]),
            random.nextInt(100),
            type.contains("i16") ? "i16" : "i8",
            type);
  }

  private static String bilinear(String type, int[] shape, Random random) {
    return "%%x {coordinates = \"%s\", rounding = \"%s\", sizes = %s} : %s"
        .formatted(
            Text.oneOf(random, "asymmetric", "half_pixel", "align_corners"),
            Text.oneOf(random, "double", "single"),
            array(shape[1], shape[2]),
            type);
  }

  private static String nearest(String type, int[] shape, Random random) {
    int[] rows = IntStream.range(0, shape[1]).toArray();
    if (random.nextBoolean()) {
      rows[random.nextInt(rows.length)] = 0;
    }
    return "%%x {columns = %s, rows = %s} : %s"
        .formatted(array(IntStream.range(0, shape[2]).toArray()), array(rows), type);
  }
}
