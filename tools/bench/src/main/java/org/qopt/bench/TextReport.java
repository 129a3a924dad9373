package org.qopt.bench;

import java.util.List;
import java.util.OptionalDouble;
import org.qopt.bench.measure.Criterion;
import org.qopt.bench.measure.Row;
import org.qopt.cli.Table;

/** Measurements as a table for people. */
final class TextReport {
  private TextReport() {}

  /** {@return the rows with a head} */
  static String of(List<Row> rows) {
    Table table =
        new Table().row("ours", "theirs", "ratio", "required", "wanted", "verdict", "measured");
    for (Row row : rows) {
      Criterion criterion = row.criterion();
      table.row(
          criterion.metric().text(row.ours()),
          text(row.theirs(), criterion),
          row.ratio().isPresent() ? Criterion.times(row.ratio().getAsDouble()) : "-",
          criterion.text(criterion.required()),
          criterion.text(criterion.wanted()),
          row.verdict().toString(),
          row.workload() + ", " + criterion.metric());
    }
    return table.toString();
  }

  private static String text(OptionalDouble value, Criterion criterion) {
    return value.isPresent() ? criterion.metric().text(value.getAsDouble()) : "-";
  }
}
