package org.qopt.filecheck;

import java.util.List;

/** What {@code --dump-input=help} prints: how to read the annotated input. */
final class DumpHelp {
  /** The widest mark and a blank. */
  private static final int MARK_WIDTH = 7;

  private static final String FLAGS =
      """
      The following description was requested by -dump-input=help to
      explain the input dump printed by FileCheck.

      What it shows is chosen by these flags:

        - -dump-input=<value> says when there is a dump
        - -dump-input-filter=<value> selects input lines
        - -dump-input-context=<N> adds lines around them
        - -v and -vv add annotations
        - -color forces colors, in the dump and in this text
        - -help says more about each of them

      FILECHECK_OPTS may hold them, too. To see as much as possible of what
      went wrong:

        $ FILECHECK_OPTS='-dump-input-filter=all -vv -color' lit tests

      Each input line has its number, and below it stand marks with a label
      on the left:

      """;

  private DumpHelp() {}

  static List<String> lines(boolean colored) {
    StringBuilder text = new StringBuilder(FLAGS);
    mark(text, "L:", colored, "line number L of the input, a blank for its newline at the end");
    mark(
        text,
        "T:L",
        colored,
        "the only result of a directive of type T on line L of the check",
        "file, or of --implicit-check-not number I, from 1, if L is \"impI\"");
    mark(text, "T:L'N", colored, "result number N of a directive that has several");
    mark(text, "^~~", colored, "a good match (with -v)");
    mark(
        text,
        "!~~",
        colored,
        "a bad match:",
        "- of CHECK-NEXT on the line of the last match (error)",
        "- of CHECK-NOT (error)",
        "- of CHECK-DAG where another of its group matched (discarded,",
        "  with -vv)");
    mark(
        text,
        "X~~",
        colored,
        "a range that was searched, and held no match:",
        "- of CHECK-NEXT (error)",
        "- of CHECK-NOT (success, with -vv)",
        "- of CHECK-DAG but discarded ones (error)");
    mark(text, "?", colored, "a fuzzy match, where there is no match");
    mark(
        text,
        "...",
        colored,
        "lines and annotations that -dump-input-filter and",
        "-dump-input-context leave out");
    return text.append("  - colors ")
        .append(Color.GREEN.paint("success", colored))
        .append(", ")
        .append(Color.RED.paint("error", colored))
        .append(", ")
        .append(Color.MAGENTA.paint("fuzzy match", colored))
        .append(", ")
        .append(Color.CYAN.paint("discarded match", colored))
        .append(", ")
        .append(Color.ON_CYAN.paint("unmatched input", colored))
        .toString()
        .lines()
        .toList();
  }

  private static void mark(StringBuilder text, String mark, boolean colored, String... meaning) {
    text.append("  - ")
        .append(Color.PLAIN.paint(mark, colored))
        .append(" ".repeat(MARK_WIDTH - mark.length()))
        .append(meaning[0])
        .append('\n');
    for (int i = 1; i < meaning.length; i++) {
      text.append(" ".repeat("  - ".length() + MARK_WIDTH)).append(meaning[i]).append('\n');
    }
  }
}
