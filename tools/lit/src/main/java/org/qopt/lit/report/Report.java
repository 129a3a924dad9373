package org.qopt.lit.report;

import java.time.Duration;
import java.util.List;

/** A form in which results are written to a file. */
@FunctionalInterface
public interface Report {
  /** {@return the text of the file} */
  String text(List<Finished> tests, Duration elapsed);
}
