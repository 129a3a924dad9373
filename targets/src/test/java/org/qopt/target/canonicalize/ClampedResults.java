package org.qopt.target.canonicalize;

import static org.qopt.target.canonicalize.Text.tensor;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/**
 * The proofs of {@code FoldClamp}: a cut behind each operation that can cut its result itself, over
 * all bytes, and over all pairs of bytes where two meet.
 */
final class ClampedResults {
  /** A byte in each row, and a byte in each column: all pairs. */
  private static final int[] ROWS = {256, 1};

  private static final int[] COLUMNS = {1, 256};
  private static final int[] PAIRS = {256, 256};

  /** An image of 256 pixels. */
  private static final int[] IMAGE = {1, 16, 16, 1};

  private ClampedResults() {}

  /** {@return one proof for each operation of {@code tpu} that has a {@code clamp}} */
  static List<BitProof> all() {
    return List.of(
        pairs("add"),
        pairs("sub"),
        pairs("mul"),
        alone("clamp", "relu %px", ROWS, ROWS, false),
        filter("conv2d", new int[] {2, 2, 1, 1}, 0, IMAGE, new int[] {1, 15, 16, 2}),
        filter("depthwise_conv2d", new int[] {1, 2, 1, 2}, 3, IMAGE, new int[] {1, 15, 16, 2}),
        filter("conv2d_transpose", new int[] {2, 2, 1, 1}, 0, IMAGE, new int[] {1, 17, 16, 2}),
        filter("fully_connected", new int[] {3, 1}, 0, ROWS, new int[] {256, 3}),
        pool("avg_pool2d"),
        pool("max_pool2d"));
  }

  private static BitProof pairs(String op) {
    return proof(
        op,
        random -> {
          String x = tensor(TpuProofs.bytes(random), ROWS);
          String y = tensor(TpuProofs.bytes(random), COLUMNS);
          String z = TpuProofs.bytes(random);
          String body =
              dequantized("x", ROWS)
                  + dequantized("b", COLUMNS)
                  + computed(op + " %px, %pb", PAIRS);
          return Text.function(x + ", %b: " + y, body + cut(z, PAIRS, random), tensor(z, PAIRS));
        });
  }

  private static BitProof alone(String op, String call, int[] x, int[] y, boolean sameType) {
    return proof(
        op,
        random -> {
          String from = TpuProofs.bytes(random);
          String to = sameType ? from : TpuProofs.bytes(random);
          String body = dequantized("x", x) + computed(call, y) + cut(to, y, random);
          return Text.function(tensor(from, x), body, tensor(to, y));
        });
  }

  private static BitProof pool(String op) {
    String call = op + " %px {kernel = array<i64: 2, 1>, padding = array<i64: 1, 0, 0, 0>}";
    return alone(op, call, IMAGE, IMAGE, true);
  }

  private static BitProof filter(String op, int[] filter, int axis, int[] x, int[] y) {
    return proof(
        op,
        random -> {
          String from = TpuProofs.bytes(random);
          String to = TpuProofs.bytes(random);
          String type = tensor(TpuProofs.filter(filter[axis], axis), filter);
          String body =
              "  %%w = nn.constant {value = dense<%s> : %s} : %s\n"
                      .formatted(
                          Text.elements(
                              Arrays.stream(filter).reduce(1, (a, b) -> a * b), 1, random),
                          tensor("i8", filter),
                          type)
                  + dequantized("x", x)
                  + dequantized("w", filter)
                  + computed(op + " %px, %pw", y);
          return Text.function(tensor(from, x), body + cut(to, y, random), tensor(to, y));
        });
  }

  private static BitProof proof(String op, Function<Random, String> program) {
    return BitProof.always("FoldClamp", "tpu.clamp", program).behind("tpu." + op);
  }

  private static String dequantized(String name, int... shape) {
    return "  %p" + name + " = quant.dcast %" + name + " : " + tensor("f32", shape) + "\n";
  }

  private static String computed(String call, int... shape) {
    return "  %a = nn." + call + " : " + tensor("f32", shape) + "\n";
  }

  /** A cut of {@code %a}, quantized as {@code element}, to {@code %y}, quantized alike. */
  private static String cut(String element, int[] shape, Random random) {
    String bounds =
        switch (random.nextInt(4)) {
          case 0 -> "relu %q";
          case 1 -> "relu6 %q";
          case 2 -> "clamp %q {max = 1.0 : f32, min = -1.0 : f32}";
          default ->
              "clamp %%q {max = %s : f32, min = %s : f32}"
                  .formatted(random.nextFloat() * 3, -random.nextFloat() * 3);
        };
    return """
      %%qa = quant.qcast %%a : %1$s
      %%q = quant.dcast %%qa : %2$s
      %%c = nn.%3$s : %2$s
      %%y = quant.qcast %%c : %1$s
    """
        .formatted(tensor(element, shape), tensor("f32", shape), bounds);
  }
}
