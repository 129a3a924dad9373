package org.qopt.bench;

import java.io.IOException;
import java.util.List;
import org.qopt.bench.measure.Row;

/**
 * Something to measure. Most are a {@link Comparison}: two commands that run in turn; a new one is
 * added to {@link Workloads}.
 */
public interface Workload {
  /** {@return what it is called on the command line} */
  String name();

  /** {@return what it does, in a phrase} */
  String summary();

  /**
   * {@return what was measured}
   *
   * @throws IOException if a file of it cannot be written
   */
  List<Row> measure(Bench bench) throws IOException;
}
