package org.qopt.lit.shell;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.qopt.lit.shell.LineMatcher.Change;
import org.qopt.lit.shell.LineMatcher.Kind;

/**
 * Writes how two files differ, in the forms of {@code diff -c} and {@code diff -u}.
 *
 * @param unified which of them
 * @param context how many equal lines are shown around what differs
 */
record DiffFormat(boolean unified, int context) {
  private static final Set<Kind> IN_LEFT = EnumSet.of(Kind.REPLACE, Kind.DELETE);
  private static final Set<Kind> IN_RIGHT = EnumSet.of(Kind.REPLACE, Kind.INSERT);

  /** A file: its name and its lines. */
  record Side(String name, List<String> lines) {}

  /** {@return the difference; nothing if there is none} */
  String format(Side left, Side right) {
    if (left.lines().equals(right.lines())) {
      return "";
    }
    StringBuilder out = new StringBuilder();
    out.append(unified ? "--- " : "*** ").append(left.name()).append('\n');
    out.append(unified ? "+++ " : "--- ").append(right.name()).append('\n');
    for (List<Change> hunk : hunks(LineMatcher.changes(left.lines(), right.lines()))) {
      if (unified) {
        addUnified(out, hunk, left.lines(), right.lines());
      } else {
        addContext(out, hunk, left.lines(), right.lines());
      }
    }
    return out.toString();
  }

  private List<List<Change>> hunks(List<Change> changes) {
    List<List<Change>> hunks = new ArrayList<>();
    List<Change> hunk = new ArrayList<>();
    for (int i = 0; i < changes.size(); i++) {
      Change change = changes.get(i);
      if (change.kind() != Kind.EQUAL) {
        hunk.add(change);
        continue;
      }
      boolean first = i == 0;
      boolean last = i == changes.size() - 1;
      int size = change.leftEnd() - change.left();
      if (!first && !last && size <= 2 * context) {
        hunk.add(change);
        continue;
      }
      int kept = Math.min(context, size);
      if (!first) {
        hunk.add(part(change, 0, kept));
        hunks.add(hunk);
        hunk = new ArrayList<>();
      }
      if (!last) {
        hunk.add(part(change, size - kept, size));
      }
    }
    if (!hunk.isEmpty()) {
      hunks.add(hunk);
    }
    return hunks;
  }

  private static Change part(Change equal, int from, int to) {
    int left = equal.left();
    int right = equal.right();
    return new Change(Kind.EQUAL, left + from, left + to, right + from, right + to);
  }

  private static void addUnified(
      StringBuilder out, List<Change> hunk, List<String> left, List<String> right) {
    Change first = hunk.getFirst();
    Change last = hunk.getLast();
    out.append("@@ -").append(unifiedRange(first.left(), last.leftEnd()));
    out.append(" +").append(unifiedRange(first.right(), last.rightEnd())).append(" @@\n");
    for (Change change : hunk) {
      boolean equal = change.kind() == Kind.EQUAL;
      add(out, equal ? " " : "-", left.subList(change.left(), change.leftEnd()));
      if (!equal) {
        add(out, "+", right.subList(change.right(), change.rightEnd()));
      }
    }
  }

  private static String unifiedRange(int start, int end) {
    int length = end - start;
    if (length == 1) {
      return String.valueOf(start + 1);
    }
    return (length == 0 ? start : start + 1) + "," + length;
  }

  private static void addContext(
      StringBuilder out, List<Change> hunk, List<String> left, List<String> right) {
    Change first = hunk.getFirst();
    Change last = hunk.getLast();
    out.append("***************\n*** ");
    out.append(contextRange(first.left(), last.leftEnd())).append(" ****\n");
    if (hunk.stream().anyMatch(change -> IN_LEFT.contains(change.kind()))) {
      for (Change change : hunk) {
        add(out, mark(change), left.subList(change.left(), change.leftEnd()));
      }
    }
    out.append("--- ").append(contextRange(first.right(), last.rightEnd())).append(" ----\n");
    if (hunk.stream().anyMatch(change -> IN_RIGHT.contains(change.kind()))) {
      for (Change change : hunk) {
        add(out, mark(change), right.subList(change.right(), change.rightEnd()));
      }
    }
  }

  private static String mark(Change change) {
    return switch (change.kind()) {
      case EQUAL -> "  ";
      case DELETE -> "- ";
      case INSERT -> "+ ";
      case REPLACE -> "! ";
    };
  }

  private static String contextRange(int start, int end) {
    int length = end - start;
    int first = length == 0 ? start : start + 1;
    return length <= 1 ? String.valueOf(first) : first + "," + (start + length);
  }

  private static void add(StringBuilder out, String mark, List<String> lines) {
    for (String line : lines) {
      out.append(mark).append(line);
    }
  }
}
