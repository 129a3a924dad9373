package org.qopt.cli;

import java.util.ArrayList;
import java.util.List;

/** Text in columns: the last two aligned to the left, those before, numbers, to the right. */
public final class Table {
  private final List<List<String>> rows = new ArrayList<>();

  /** Adds a row; all rows have as many cells as the first. */
  public Table row(String... cells) {
    rows.add(List.of(cells));
    return this;
  }

  /** {@return the rows, each indented by two blanks and ended by a line feed} */
  @Override
  public String toString() {
    int columns = rows.isEmpty() ? 0 : rows.getFirst().size();
    StringBuilder out = new StringBuilder();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < columns; column++) {
        int width = width(column);
        String cell = row.get(column);
        String padding = " ".repeat(width - cell.length());
        line.append("  ").append(column >= columns - 2 ? cell + padding : padding + cell);
      }
      out.append(line.toString().stripTrailing()).append('\n');
    }
    return out.toString();
  }

  private int width(int column) {
    return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
  }
}
