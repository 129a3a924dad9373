package org.qopt.target.tpu.numerics;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import org.qopt.target.image.Window1d;

/**
 * Some results of a transposed convolution along one axis, each as far from the next as the stride:
 * a plain convolution gives them, over those positions of the window that can lie on them.
 *
 * @param first the first result
 * @param count the number of results
 * @param window how the window of the plain convolution moves
 * @param skipped how many of its results come before the first
 * @param positions the position of the transposed window for each of the plain one; none that has a
 *     weight if there are none
 */
record Phase(int first, int count, Window1d window, int skipped, ImmutableIntArray positions) {
  /**
   * {@return all results}
   *
   * @param transposed how the window moves over the results
   * @param inputs the number of elements
   * @param outputs the number of results
   */
  static ImmutableList<Phase> of(Window1d transposed, int inputs, int outputs) {
    ImmutableList.Builder<Phase> phases = ImmutableList.builder();
    for (int first = 0; first < Math.min(transposed.stride(), outputs); first++) {
      phases.add(of(transposed, inputs, first, Math.ceilDiv(outputs - first, transposed.stride())));
    }
    return phases.build();
  }

  private static Phase of(Window1d transposed, int inputs, int first, int count) {
    ImmutableIntArray.Builder found = ImmutableIntArray.builder();
    int start = first + transposed.padBefore();
    // The last position lies on the first element.
    for (int position = transposed.kernel() - 1; position >= 0; position--) {
      if ((start - position * transposed.dilation()) % transposed.stride() == 0) {
        found.add(position);
      }
    }
    ImmutableIntArray positions = found.build();
    int kernel = Math.max(1, positions.length());
    int least = positions.isEmpty() ? 0 : element(transposed, start, positions.get(0));
    int dilation =
        positions.length() < 2 ? 1 : element(transposed, start, positions.get(1)) - least;
    int skipped = Math.max(0, least);
    int before = Math.max(0, -least);
    int room = inputs + before - (kernel - 1) * dilation;
    int after = Math.max(0, skipped + count - room);
    return new Phase(
        first, count, new Window1d(kernel, 1, dilation, before, after), skipped, positions);
  }

  /** The element under a position where the first result is; it may lie before all. */
  private static int element(Window1d transposed, int start, int position) {
    return (start - position * transposed.dilation()) / transposed.stride();
  }
}
