package org.qopt.target.simd;

import com.google.common.primitives.ImmutableIntArray;
import java.util.Arrays;

/**
 * The terms of a sum as runs of neighbouring elements: run {@code r} multiplies the {@code
 * length[r]} inputs that begin {@code offset[r]} behind a pixel's place by the weights that follow
 * those of the runs before.
 *
 * @param offset where the inputs of a run begin
 * @param length how many they are
 * @param partEnd after how many runs the sum of floats is taken over into the sum of ints; the last
 *     is the number of runs
 */
record Runs(int[] offset, int[] length, int[] partEnd) {

  /** {@return these runs, cut so that parts end at {@code ends}} */
  static Runs cut(int[] offset, int[] length, ImmutableIntArray ends) {
    int most = offset.length + ends.length();
    int[] cutOffset = new int[most];
    int[] cutLength = new int[most];
    int[] partEnd = new int[ends.length()];
    int count = 0;
    int part = 0;
    int term = 0;
    for (int r = 0; r < offset.length; r++) {
      int done = 0;
      while (done < length[r]) {
        int take = Math.min(length[r] - done, ends.get(part) - term);
        cutOffset[count] = offset[r] + done;
        cutLength[count++] = take;
        done += take;
        term += take;
        if (term == ends.get(part)) {
          partEnd[part++] = count;
        }
      }
    }
    return new Runs(Arrays.copyOf(cutOffset, count), Arrays.copyOf(cutLength, count), partEnd);
  }
}
