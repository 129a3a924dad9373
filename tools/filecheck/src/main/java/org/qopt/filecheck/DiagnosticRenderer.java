package org.qopt.filecheck;

import java.util.Arrays;

/**
 * Renders diagnostics as LLVM's tools do: {@code file:line:column: kind: message}, the line, and a
 * caret under the place.
 */
final class DiagnosticRenderer {
  private static final int TAB_STOP = 8;

  private DiagnosticRenderer() {}

  /** {@return the rendered diagnostic, each line with its terminator} */
  static String render(Diagnostic diagnostic, boolean colored) {
    if (diagnostic.severity() == Diagnostic.Severity.TEXT) {
      return diagnostic.message() + "\n";
    }
    String kind = diagnostic.severity().word() + ": ";
    if (diagnostic.location().isEmpty()) {
      return kind + diagnostic.message() + "\n";
    }
    Span span = diagnostic.location().get();
    SourceText source = span.source();
    int line = source.line(span.start());
    int column = source.column(span.start());
    return Color.PLAIN.paint(source.name() + ":" + line + ":" + column + ": ", colored)
        + color(diagnostic.severity()).paint(kind, colored)
        + Color.PLAIN.paint(diagnostic.message() + "\n", colored)
        + excerpt(span, colored);
  }

  private static Color color(Diagnostic.Severity severity) {
    return switch (severity) {
      case ERROR -> Color.RED;
      case WARNING -> Color.MAGENTA;
      case REMARK -> Color.BLUE;
      case NOTE -> Color.BLACK;
      case TEXT -> Color.PLAIN;
    };
  }

  private static String excerpt(Span span, boolean colored) {
    String line = span.source().lineText(span.start());
    if (line.chars().anyMatch(c -> c >= 0x80)) {
      // A byte is not a column here, so a caret would point at the wrong place.
      return expandTabs(line, line) + "\n";
    }
    return expandTabs(line, line)
        + "\n"
        + Color.GREEN.paint(expandTabs(markers(span, line), line) + "\n", colored);
  }

  private static String markers(Span span, String line) {
    int lineStart = span.source().lineStart(span.start());
    char[] marks = new char[line.length() + 1];
    Arrays.fill(marks, ' ');
    int from = span.start() - lineStart;
    Arrays.fill(marks, from, Math.max(from, Math.min(span.end() - lineStart, line.length())), '~');
    marks[from] = '^';
    return new String(marks).stripTrailing();
  }

  /** Expands each character that stands at a tab of {@code line} up to the next tab stop. */
  private static String expandTabs(String shown, String line) {
    if (line.indexOf('\t') < 0) {
      return shown;
    }
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < shown.length(); i++) {
      boolean tab = i < line.length() && line.charAt(i) == '\t';
      char c = shown.charAt(i) == '\t' ? ' ' : shown.charAt(i);
      do {
        out.append(c);
      } while (tab && out.length() % TAB_STOP != 0);
    }
    return out.toString();
  }
}
