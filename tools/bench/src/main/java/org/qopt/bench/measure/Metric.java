package org.qopt.bench.measure;

import java.util.Locale;

/** What is measured of a process. */
public enum Metric {
  /** Seconds from start to end. */
  WALL("wall"),
  /** Seconds that processors spent on it, of all its threads. */
  PROCESSOR("processor"),
  /** Bytes of memory that it had at most. */
  PEAK("peak memory");

  private final String text;

  Metric(String text) {
    this.text = text;
  }

  /** {@return a value of this metric, with its unit} */
  public String text(double value) {
    if (this == PEAK) {
      return String.format(Locale.ROOT, "%.0f MiB", value / (1 << 20));
    }
    return value < 1
        ? String.format(Locale.ROOT, "%.0f ms", value * 1000)
        : String.format(Locale.ROOT, "%.2f s", value);
  }

  @Override
  public String toString() {
    return text;
  }
}
