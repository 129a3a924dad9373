package org.qopt.parser.onnx;

import java.util.Arrays;
import java.util.Optional;
import org.qopt.ir.type.Shape;

/**
 * Computes with vectors of integers of which some may be unknown ({@link Shape#DYNAMIC}), such as
 * the dimensions of a tensor. Models compute the shapes that they reshape to; here they become
 * known, as far as the inputs' shapes are.
 */
final class KnownIntegers {
  /** The longest vector that is followed. */
  static final int MOST = 1024;

  private KnownIntegers() {}

  /** {@return {@code integers} with -1, the rest, in place of an unknown one} */
  static long[] withRest(long[] integers) {
    long[] result = integers.clone();
    for (int i = 0; i < result.length; i++) {
      result[i] = result[i] == Shape.DYNAMIC ? -1 : result[i];
    }
    return result;
  }

  /** {@return whether none is unknown} */
  static boolean allKnown(long[] integers) {
    return Arrays.stream(integers).noneMatch(integer -> integer == Shape.DYNAMIC);
  }

  /** {@return elements start, start + step, ... before end, by ONNX's rules for slices} */
  static Optional<long[]> slice(long[] integers, long start, long end, long step) {
    int size = integers.length;
    if (step != 1) {
      return Optional.empty();
    }
    int from = Math.clamp(start < 0 ? start + size : start, 0, size);
    int to = Math.clamp(end < 0 ? end + size : end, 0, size);
    return Optional.of(Arrays.copyOfRange(integers, from, Math.max(from, to)));
  }

  /** {@return one vector after the other} */
  static long[] concat(long[] first, long[] second) {
    long[] result = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, result, first.length, second.length);
    return result;
  }
}
