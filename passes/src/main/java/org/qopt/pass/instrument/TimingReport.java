package org.qopt.pass.instrument;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a {@link Timing} has measured, in nanoseconds.
 *
 * @param wall the time that has passed
 * @param user the time that all threads together have worked
 * @param lines the activities, in the order in which they began
 */
public record TimingReport(long wall, long user, List<Line> lines) {
  /** How the activities are laid out. */
  public enum Display {
    /** All activities of one name together, the longest first. */
    LIST,
    /** Nested as they ran. */
    TREE
  }

  /**
   * An activity, with all that is inside it.
   *
   * @param name what it is
   * @param wall the time that passed meanwhile
   * @param user the time that all threads worked at it
   * @param inside the activities inside
   */
  public record Line(String name, long wall, long user, List<Line> inside) {}

  /**
   * {@return the report as mlir-opt prints it}
   *
   * @param withUser whether there is a column for user time, as where several threads are at work
   */
  public String text(Display display, boolean withUser) {
    StringBuilder out = new StringBuilder();
    Reports.title(out, "Execution time report");
    out.append(format("  Total Execution Time: %.4f seconds\n\n", seconds(wall)));
    out.append(withUser ? "  ----User Time----" : "").append("  ----Wall Time----  ----Name----\n");
    laidOut(display).forEach(line -> append(out, line, withUser, ""));
    append(out, rest(), withUser, "");
    append(out, total(), withUser, "");
    return out.toString();
  }

  private void append(StringBuilder out, Line line, boolean withUser, String indent) {
    if (withUser) {
      out.append(format("  %8.4f (%5.1f%%)", seconds(line.user), percent(line.user, user)));
    }
    out.append(format("  %8.4f (%5.1f%%)", seconds(line.wall), percent(line.wall, wall)));
    out.append("  ").append(indent).append(line.name).append('\n');
    line.inside.forEach(inner -> append(out, inner, withUser, indent + "  "));
  }

  /** {@return the report as the JSON that mlir-opt prints} */
  public String json(Display display, boolean withUser) {
    StringBuilder out = new StringBuilder("[\n");
    for (Line line : laidOut(display)) {
      appendJson(out, line, withUser, display == Display.TREE, "");
      out.append(",\n");
    }
    appendJson(out, rest(), withUser, false, "");
    out.append(",\n");
    appendJson(out, total(), withUser, false, "");
    return out.append("\n]\n").toString();
  }

  private void appendJson(
      StringBuilder out, Line line, boolean withUser, boolean nested, String indent) {
    out.append(indent).append('{');
    if (withUser) {
      out.append(jsonTime("user", line.user, user)).append(", ");
    }
    out.append(jsonTime("wall", line.wall, wall));
    out.append(", \"name\": \"").append(line.name).append('"');
    if (nested) {
      out.append(", \"passes\": [\n");
      for (Line inner : line.inside) {
        appendJson(out, inner, withUser, true, indent + "  ");
        out.append(",\n");
      }
      out.append(indent).append("{}]");
    }
    out.append('}');
  }

  private static String jsonTime(String kind, long nanos, long whole) {
    return format(
        "\"%s\": {\"duration\": %8.4f, \"percentage\": %5.1f}",
        kind, seconds(nanos), percent(nanos, whole));
  }

  private List<Line> laidOut(Display display) {
    return switch (display) {
      case TREE -> lines;
      case LIST -> {
        Map<String, Line> byName = new LinkedHashMap<>();
        lines.forEach(line -> collect(byName, line));
        List<Line> list = new ArrayList<>(byName.values());
        list.sort(Comparator.comparingLong(Line::wall).reversed());
        yield list;
      }
    };
  }

  private static void collect(Map<String, Line> byName, Line line) {
    byName.merge(
        line.name,
        new Line(line.name, line.wall, line.user, List.of()),
        (a, b) -> new Line(a.name, a.wall + b.wall, a.user + b.user, List.of()));
    line.inside.forEach(inner -> collect(byName, inner));
  }

  private Line rest() {
    return new Line(
        "Rest",
        wall - lines.stream().mapToLong(Line::wall).sum(),
        user - lines.stream().mapToLong(Line::user).sum(),
        List.of());
  }

  private Line total() {
    return new Line("Total", wall, user, List.of());
  }

  private static double seconds(long nanos) {
    return nanos / 1e9;
  }

  private static double percent(long part, long whole) {
    return whole == 0 ? 0 : 100.0 * part / whole;
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
