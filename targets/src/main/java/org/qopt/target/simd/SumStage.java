package org.qopt.target.simd;

/** What becomes of int32 sums: the step that makes bytes of them. */
@FunctionalInterface
public interface SumStage {
  /**
   * Stores the results of neighbouring channels of one pixel.
   *
   * @param sums the sums; may be overwritten; those of {@code from} up to the next multiple of the
   *     machine's vectors are there, whatever {@code count} is
   * @param from where the first sum stands
   * @param channel the first channel
   * @param count how many channels there are
   * @param output takes the results
   * @param at where the first result goes
   */
  void store(int[] sums, int from, int channel, int count, byte[] output, int at);
}
