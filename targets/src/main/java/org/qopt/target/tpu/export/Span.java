package org.qopt.target.tpu.export;

import com.google.common.collect.ImmutableList;
import org.qopt.target.image.Window1d;

/**
 * A part of an axis, and the windows of one size that lie wholly in it.
 *
 * @param start the first element
 * @param size the number of elements
 * @param kernel the size of the windows
 * @param outputs the number of windows
 */
record Span(int start, int size, int kernel, int outputs) {
  /**
   * {@return the spans that hold all windows over {@code elements}, each cut to what is inside, in
   * order}: one for each window that padding cuts, one for all between
   */
  static ImmutableList<Span> of(Window1d window, int elements) {
    ImmutableList.Builder<Span> spans = ImmutableList.builder();
    int outputs = window.outputs(elements);
    for (int i = 0; i < outputs; ) {
      int from = i * window.stride() - window.padBefore();
      int run = 1;
      if (isInside(window, from, elements)) {
        while (i + run < outputs && isInside(window, from + run * window.stride(), elements)) {
          run++;
        }
        int size = (run - 1) * window.stride() + window.kernel();
        spans.add(new Span(from, size, window.kernel(), run));
      } else {
        int start = Math.max(from, 0);
        int size = Math.min(from + window.kernel(), elements) - start;
        spans.add(new Span(start, size, size, 1));
      }
      i += run;
    }
    return spans.build();
  }

  private static boolean isInside(Window1d window, int from, int elements) {
    return from >= 0 && from + window.kernel() <= elements;
  }
}
