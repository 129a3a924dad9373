package org.qopt.filecheck;

import java.util.List;
import org.qopt.filecheck.CommandLine.DumpOptions;

/** Shows the input with what happened where, and leaves out what is far from it. */
final class InputDump {
  private static final int ELLIPSIS_LINES = 3;
  private static final int NONE = Integer.MAX_VALUE;

  private final DumpOptions options;
  private final String checkName;
  private final SourceText input;
  private final List<DumpMark> marks;
  private final int labelWidth;
  private final StringBuilder out = new StringBuilder();
  private final StringBuilder elided = new StringBuilder();
  private int elidedLines;
  private int nextMark;

  InputDump(CommandLine call, String checkName, InputAnnotations annotations) {
    this.options = call.dump();
    this.checkName = checkName;
    this.input = annotations.input().orElseThrow();
    this.marks = DumpMarks.of(annotations.all(), checkName);
    int lines = Math.max(1, input.line(input.length()) - (endsWithNewline() ? 1 : 0));
    int widest = marks.stream().mapToInt(mark -> mark.label().length()).max().orElse(0);
    this.labelWidth = Math.max(widest, String.valueOf(lines).length()) + 3;
  }

  private boolean endsWithNewline() {
    return input.text().endsWith("\n");
  }

  String render() {
    out.append("\nInput file: ").append(input.name());
    out.append("\nCheck file: ").append(checkName);
    out.append("\n\n-dump-input=help explains the following input dump.\n");
    out.append("\nInput was:\n<<<<<<\n");
    int previousShown = 0;
    int nextShown = 0;
    int offset = 0;
    for (int line = 1; offset < input.length() || nextMark < marks.size(); line++) {
      if (nextShown < line) {
        nextShown = nextSelected(line);
      }
      if (nextShown == line) {
        previousShown = line;
      }
      boolean nearPrevious = previousShown > 0 && line - previousShown <= options.context();
      boolean nearNext = nextShown != NONE && nextShown - line <= options.context();
      boolean shown = nearPrevious || nearNext;
      if (shown) {
        flushElided();
      }
      offset = renderLine(line, offset, shown ? out : elided);
    }
    flushElided();
    return out.append(">>>>>>\n").toString();
  }

  private int nextSelected(int line) {
    if (options.filter() == DumpOptions.Filter.ALL) {
      return line;
    }
    for (int i = nextMark; i < marks.size(); i++) {
      DumpMark mark = marks.get(i);
      boolean selected =
          switch (options.filter()) {
            case ALL, ANNOTATION_FULL -> true;
            case ANNOTATION -> mark.first();
            case ERROR -> mark.first() && mark.error();
          };
      if (selected) {
        return mark.line();
      }
    }
    return NONE;
  }

  /** Writes a line and its marks; returns where the next line begins. */
  private int renderLine(int line, int offset, StringBuilder target) {
    String number = String.valueOf(line);
    target.repeat(' ', labelWidth - number.length()).append(number).append(": ");
    int newline = input.text().indexOf('\n', offset);
    int end = newline < 0 ? input.length() : newline;
    target.append(input.text(), offset, end).append(newline < 0 ? "" : " ").append('\n');
    int width = end - offset + (newline < 0 ? 0 : 1);
    int lines = 1;
    for (; nextMark < marks.size() && marks.get(nextMark).line() == line; nextMark++) {
      marks.get(nextMark).render(target, labelWidth, width);
      lines++;
    }
    if (target == elided) {
      elidedLines += lines;
    }
    return newline < 0 ? end : newline + 1;
  }

  private void flushElided() {
    if (elidedLines > ELLIPSIS_LINES) {
      for (int i = 0; i < ELLIPSIS_LINES; i++) {
        out.repeat(' ', labelWidth - 1).append(".\n");
      }
    } else {
      out.append(elided);
    }
    elided.setLength(0);
    elidedLines = 0;
  }
}
