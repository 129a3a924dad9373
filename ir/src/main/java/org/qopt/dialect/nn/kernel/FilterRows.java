package org.qopt.dialect.nn.kernel;

/** Filters as kernels want them. */
final class FilterRows {
  private FilterRows() {}

  /**
   * {@return the filter with the output channels last (OHWI as HWIO, OI as IO), so that those of
   * one tap are neighbours}
   */
  static float[] of(float[] filter, int outputs) {
    float[] rows = new float[filter.length];
    int taps = outputs == 0 ? 0 : filter.length / outputs;
    for (int o = 0; o < outputs; o++) {
      for (int t = 0; t < taps; t++) {
        rows[t * outputs + o] = filter[o * taps + t];
      }
    }
    return rows;
  }
}
