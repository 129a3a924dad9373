package org.qopt.target.canonicalize;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** The proofs of {@code canonicalize-dsp}. */
final class DspProofs {
  private DspProofs() {}

  static List<BitProof> all() {
    return Stream.of(
            MoveProofs.of("dsp", DspProofs::element),
            List.of(
                BitProof.always("FoldPad", "dsp.conv2d", random -> images(random).conv2d(random)),
                BitProof.always(
                    "FoldPad", "dsp.depthwise_conv2d", random -> images(random).depthwise(random))))
        .flatMap(List::stream)
        .toList();
  }

  private static String element(Random random) {
    return "!bfp.block<i%d, tensor, %d, %s, %s, floor>"
        .formatted(
            Text.oneOf(random, 8, 16),
            random.nextInt(21) - 15,
            Text.oneOf(random, "half_up", "half_even", "truncate"),
            Text.oneOf(random, "symmetric", "full"));
  }

  private static PaddedImages images(Random random) {
    int bits = Text.oneOf(random, 8, 16);
    String rounding = Text.oneOf(random, "half_up", "half_even", "truncate");
    String type = "!bfp.block<i" + bits + ", tensor, %d, " + rounding + ", symmetric, floor>";
    return new PaddedImages(
        "bfp", type.formatted(-bits + 4), "bfp.constant", (_, _) -> type.formatted(-7), bits / 8);
  }
}
