package org.qopt.lit.report;

/** Shows how far the run has come. */
public interface ProgressBar {
  /** Shows the beginning of a run. */
  void begin(String header);

  /** Shows that a test has ended. */
  void update(Finished done);

  /** Makes room for other output. */
  void clear();
}
