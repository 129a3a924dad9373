package org.qopt.target.canonicalize;

import static org.qopt.target.canonicalize.Text.array;
import static org.qopt.target.canonicalize.Text.tensor;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The proofs of {@code canonicalize-tpu}. */
final class TpuProofs {
  private TpuProofs() {}

  static List<BitProof> all() {
    return Stream.of(
            MoveProofs.of("tpu", TpuProofs::element),
            TpuRemovals.all(),
            ClampedResults.all(),
            List.of(
                BitProof.sometimes("MergeRescales", "tpu.rescale", TpuProofs::rescales),
                BitProof.always("FoldPad", "tpu.conv2d", random -> images(random).conv2d(random)),
                BitProof.always(
                    "FoldPad", "tpu.depthwise_conv2d", random -> images(random).depthwise(random)),
                BitProof.sometimes("FoldPad", "tpu.max_pool2d", TpuProofs::maxima),
                BitProof.always("MergeResizes", "tpu.resize_nearest", TpuProofs::resizes)))
        .flatMap(List::stream)
        .toList();
  }

  /** {@return a type of 8 or 16 bits} */
  static String element(Random random) {
    return random.nextInt(3) == 0
        ? "!quant.uniform<i16:f32, %s>".formatted(scale(random) / 256)
        : bytes(random);
  }

  /** {@return a type of 8 bits} */
  static String bytes(Random random) {
    return bytes(scale(random), random);
  }

  private static String bytes(float scale, Random random) {
    return "!quant.uniform<i8:f32, %s:%d>".formatted(scale, random.nextInt(41) - 20);
  }

  private static float scale(Random random) {
    return (float) (0.02 * (1 + random.nextDouble()) * Math.pow(2, random.nextInt(3)));
  }

  /** {@return the type of the elements of a filter} */
  static String filter(int channels, int axis) {
    return "!quant.uniform<i8<-127:127>:f32:%d, {%s}>"
        .formatted(axis, String.join(", ", Collections.nCopies(channels, "0.015625")));
  }

  private static PaddedImages images(Random random) {
    return new PaddedImages("quant", element(random), "nn.constant", TpuProofs::filter, 1);
  }

  /** The second loses what the first has lost, or more, in about half of them. */
  private static String rescales(Random random) {
    float scale = scale(random);
    String x = tensor(bytes(scale, random), 256);
    String a = tensor(bytes(scale / (1 + random.nextInt(3)), random), 256);
    String y = tensor(bytes(scale / (1 + random.nextInt(8)), random), 256);
    return Text.function(
        x,
        """
          %%p = quant.dcast %%x : tensor<256xf32>
          %%a = quant.qcast %%p : %s
          %%q = quant.dcast %%a : tensor<256xf32>
          %%y = quant.qcast %%q : %s
        """
            .formatted(a, y),
        y);
  }

  private static String maxima(Random random) {
    String element = element(random);
    String least = element.contains("i16") ? "-32768 : i16" : "-128 : i8";
    int[] pad = Text.shape(random, 4);
    int[] own = IntStream.range(0, 4).map(_ -> random.nextInt(2)).toArray();
    int[] kernel = {2 + random.nextInt(4), 2 + random.nextInt(4)};
    int[] image = {2, 5 + random.nextInt(3), 6, 3};
    int[] padded = {2, image[1] + pad[0] + pad[1], image[2] + pad[2] + pad[3], 3};
    int[] result = {
      2, padded[1] + own[0] + own[1] - kernel[0] + 1, padded[2] + own[2] + own[3] - kernel[1] + 1, 3
    };
    return Text.function(
        tensor(element, image),
        """
          %%a = tpu.pad %%x {padding = %s, value = %s} : %s
          %%y = tpu.max_pool2d %%a {kernel = %s, padding = %s} : %s
        """
            .formatted(
                array(0, 0, pad[0], pad[1], pad[2], pad[3], 0, 0),
                least,
                tensor(element, padded),
                array(kernel),
                array(own),
                tensor(element, result)),
        tensor(element, result));
  }

  private static String resizes(Random random) {
    String element = element(random);
    int[] x = {1 + random.nextInt(2), 1 + random.nextInt(5), 1 + random.nextInt(5), 2};
    int[] a = {x[0], 1 + random.nextInt(5), 1 + random.nextInt(5), 2};
    int[] y = {x[0], random.nextInt(5), random.nextInt(5), 2};
    return Text.function(
        tensor(element, x),
        nearest("%a", "%x", element, x, a, random) + nearest("%y", "%a", element, a, y, random),
        tensor(element, y));
  }

  private static String nearest(
      String y, String x, String element, int[] from, int[] to, Random random) {
    return "  %s = tpu.resize_nearest %s {columns = %s, rows = %s} : %s\n"
        .formatted(
            y,
            x,
            array(indices(from[2], to[2], random)),
            array(indices(from[1], to[1], random)),
            tensor(element, to));
  }

  private static int[] indices(int from, int count, Random random) {
    return IntStream.range(0, count).map(_ -> random.nextInt(from)).toArray();
  }
}
