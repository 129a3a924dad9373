package org.qopt.target.canonicalize;

import static org.qopt.target.canonicalize.Text.tensor;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** The proofs of {@code canonicalize-cpu}. */
final class CpuProofs {
  /** Scales at the ends of what is normal in f32, among others. */
  private static final Float[] SCALES = {0.037f, 0.5f, 1f, 3e-38f, 1e30f, 0.99999994f, 7f};

  private CpuProofs() {}

  static List<BitProof> all() {
    return Stream.of(
            MoveProofs.of("cpu", CpuProofs::element),
            List.of(
                BitProof.always("MergeClamps", "cpu.clamp", CpuProofs::clamps),
                BitProof.always("MergeSame(cpu.relabel)", "cpu.relabel", CpuProofs::relabels),
                BitProof.always("RemoveCastPair", "cpu.quantize", CpuProofs::casts),
                BitProof.always("FoldPad", "cpu.conv2d", random -> images(random).conv2d(random)),
                BitProof.always(
                    "FoldPad", "cpu.depthwise_conv2d", random -> images(random).depthwise(random))))
        .flatMap(List::stream)
        .toList();
  }

  private static String element(Random random) {
    return "!quant.uniform<i8:f32, %s:%d>"
        .formatted(Text.oneOf(random, SCALES), random.nextInt(256) - 128);
  }

  private static PaddedImages images(Random random) {
    return new PaddedImages(
        "quant",
        "!quant.uniform<i8:f32, 0.125:%d>".formatted(random.nextInt(41) - 20),
        "nn.constant",
        (channels, axis) ->
            "!quant.uniform<i8<-127:127>:f32:%d, {%s}>"
                .formatted(axis, String.join(", ", Collections.nCopies(channels, "0.015625"))),
        1);
  }

  private static String clamps(Random random) {
    String type = tensor(element(random), 256);
    String first = random.nextInt(6) == 0 ? "" : clamp("%a", "%x", type, bounds(random));
    String second = first.isEmpty() ? "-128, 127" : bounds(random);
    return Text.function(
        type, first + clamp("%y", first.isEmpty() ? "%x" : "%a", type, second), type);
  }

  private static String clamp(String y, String x, String type, String bounds) {
    return "  %s = cpu.clamp %s {bounds = array<i8: %s>} : %s\n".formatted(y, x, bounds, type);
  }

  private static String bounds(Random random) {
    int a = random.nextInt(256) - 128;
    int b = random.nextInt(256) - 128;
    return Math.min(a, b) + ", " + Math.max(a, b);
  }

  private static String relabels(Random random) {
    String x = tensor(element(random), 256);
    String a = tensor(element(random), 256);
    String y = random.nextInt(3) == 0 ? x : tensor(element(random), 256);
    return Text.function(
        x, "  %a = cpu.relabel %x : " + a + "\n  %y = cpu.relabel %a : " + y + "\n", y);
  }

  private static String casts(Random random) {
    String type = tensor(element(random), 256);
    return Text.function(
        type,
        "  %a = cpu.dequantize %x : tensor<256xf32>\n  %y = cpu.quantize %a : " + type + "\n",
        type);
  }
}
