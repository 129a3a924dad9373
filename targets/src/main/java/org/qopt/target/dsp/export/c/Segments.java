package org.qopt.target.dsp.export.c;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.qopt.dialect.bfp.Sharing.PerBlock;
import org.qopt.ir.Operation;
import org.qopt.target.dsp.dialect.DspTypes;

/**
 * The input channels that an output channel sums over, cut where the exponent of the input or of
 * the weights changes. All groups of channels have as many segments; those that one lacks are
 * empty.
 *
 * @param groups the number of groups
 * @param count the number of segments of a group
 * @param starts where each begins among the channels of its group, group by group
 * @param lengths how many channels each has
 * @param blocks the block of the input's pixel that each lies in
 */
record Segments(int groups, int count, int[] starts, int[] lengths, int[] blocks) {
  /**
   * {@return the segments of a convolution}
   *
   * @param depth how many channels a group has
   */
  static Segments of(Operation operation, int groups, int depth) {
    int inputBlock = Rows.of(operation.operand(0)).block();
    int weightBlock =
        DspTypes.block(operation.operand(1).type()).sharing() instanceof PerBlock(int size)
            ? Math.min(size, Math.max(1, depth))
            : Math.max(1, depth);
    List<List<int[]>> all = new ArrayList<>();
    for (int g = 0; g < groups; g++) {
      all.add(segments(g * depth, depth, inputBlock, weightBlock));
    }
    int count = all.stream().mapToInt(List::size).max().orElse(0);
    int[][] fields = new int[3][groups * count];
    for (int g = 0; g < groups; g++) {
      for (int s = 0; s < all.get(g).size(); s++) {
        for (int field = 0; field < fields.length; field++) {
          fields[field][g * count + s] = all.get(g).get(s)[field];
        }
      }
    }
    return new Segments(groups, count, fields[0], fields[1], fields[2]);
  }

  /** Start, length and block of each segment of the channels from {@code first} on. */
  private static List<int[]> segments(int first, int depth, int inputBlock, int weightBlock) {
    List<int[]> segments = new ArrayList<>();
    int start = 0;
    while (start < depth) {
      int inputEnd = ((first + start) / inputBlock + 1) * inputBlock - first;
      int weightEnd = (start / weightBlock + 1) * weightBlock;
      int end = Math.min(depth, Math.min(inputEnd, weightEnd));
      segments.add(new int[] {start, end - start, (first + start) / inputBlock});
      start = end;
    }
    return segments;
  }

  /** {@return the length of all segments, if they have one} */
  Optional<Integer> length() {
    return lengths.length > 0 && Arrays.stream(lengths).allMatch(n -> n == lengths[0])
        ? Optional.of(lengths[0])
        : Optional.empty();
  }
}
