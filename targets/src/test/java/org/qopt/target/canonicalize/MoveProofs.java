package org.qopt.target.canonicalize;

import static org.qopt.target.canonicalize.Text.array;
import static org.qopt.target.canonicalize.Text.tensor;

import java.util.List;
import java.util.Random;
import java.util.function.Function;

/** What every dialect merges: reshapes of reshapes, transposes of transposes. */
final class MoveProofs {
  private MoveProofs() {}

  /**
   * {@return the proofs for {@code dialect}}
   *
   * @param element types of elements, any of them
   */
  static List<BitProof> of(String dialect, Function<Random, String> element) {
    String reshape = dialect + ".reshape";
    String transpose = dialect + ".transpose";
    return List.of(
        BitProof.always(
            "MergeSame(" + reshape + ")",
            reshape,
            random -> reshapes(reshape, element.apply(random), random)),
        BitProof.always(
            "MergeTransposes",
            transpose,
            random -> transposes(transpose, element.apply(random), random)));
  }

  private static String reshapes(String op, String element, Random random) {
    int[] x = Text.shape(random);
    int[] a = Text.reshaped(x, random);
    int[] y = random.nextInt(4) == 0 ? x : Text.reshaped(a, random);
    return Text.function(
        tensor(element, x),
        reshape("%a", op, "%x", element, a) + reshape("%y", op, "%a", element, y),
        tensor(element, y));
  }

  /** {@return an operation that gives {@code x} the shape {@code to}} */
  static String reshape(String y, String op, String x, String element, int... to) {
    return "  %s = %s %s {shape = %s} : %s\n".formatted(y, op, x, array(to), tensor(element, to));
  }

  private static String transposes(String op, String element, Random random) {
    int[] x = Text.shape(random);
    int[] first = Text.permutation(x.length, random);
    int[] second = Text.permutation(x.length, random);
    int[] a = Text.permuted(x, first);
    int[] y = Text.permuted(a, second);
    return Text.function(
        tensor(element, x),
        transpose("%a", op, "%x", first, tensor(element, a))
            + transpose("%y", op, "%a", second, tensor(element, y)),
        tensor(element, y));
  }

  /** {@return an operation that orders the axes of {@code x} so} */
  static String transpose(String y, String op, String x, int[] permutation, String type) {
    return "  %s = %s %s {permutation = %s} : %s\n".formatted(y, op, x, array(permutation), type);
  }
}
