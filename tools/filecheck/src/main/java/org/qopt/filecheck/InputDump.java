package org.qopt.filecheck;

import java.util.List;
import org.qopt.filecheck.CommandLine.DumpOptions;

/** Shows the input with what happened where, and leaves out what is far from it. */
final class InputDump {
  private static final int ELLIPSIS_LINES = 3;
  private static final int NONE = Integer.MAX_VALUE;

  private final DumpOptions options;
  private final boolean colored;
  private final boolean verbose;
  private final String checkName;
  private final SourceText input;
  private final List<DumpMark> marks;
  private final int labelWidth;
  private final StringBuilder out = new StringBuilder();
  private final StringBuilder elided = new StringBuilder();
  private int elidedLines;
  private int nextMark;

  InputDump(
      CommandLine call,
      String checkName,
      List<SourceText> implicitTexts,
      InputAnnotations annotations) {
    this.options = call.dump();
    this.colored = call.colored();
    this.verbose = call.options().verbose();
    this.checkName = checkName;
    this.input = annotations.input().orElseThrow();
    this.marks = DumpMarks.of(annotations.all(), implicitTexts);
    int lines = Math.max(1, input.line(input.length()) - (endsWithNewline() ? 1 : 0));
    int widest = marks.stream().mapToInt(mark -> mark.label().length()).max().orElse(0);
    this.labelWidth = Math.max(widest, String.valueOf(lines).length()) + 3;
  }

  private boolean endsWithNewline() {
    return input.length() > 0 && input.at(input.length() - 1) == '\n';
  }

  String render() {
    out.append("\nInput file: ").append(input.name());
    out.append("\nCheck file: ").append(checkName);
    out.append("\n\n-dump-input=help explains the following input dump.\n");
    out.append("\nInput was:\n<<<<<<\n");
    out.append(Color.PLAIN.paint("", colored));
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
      offset =
          shown || elidedLines <= ELLIPSIS_LINES
              ? renderLine(line, offset, shown ? out : elided)
              : skipLine(line, offset);
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
    String margin = " ".repeat(labelWidth - number.length()) + number + ": ";
    target.append(Color.BLACK.paint(margin, colored));
    int next = input.nextLine(offset);
    boolean terminated = next > offset && input.at(next - 1) == '\n';
    int end = terminated ? next - 1 : next;
    String shown = input.substring(offset, end) + (terminated ? " " : "");
    if (colored) {
      renderColored(line, shown, target);
    } else {
      target.append(shown);
    }
    target.append('\n');
    int width = next - offset;
    int lines = 1;
    for (; nextMark < marks.size() && marks.get(nextMark).line() == line; nextMark++) {
      marks.get(nextMark).render(target, labelWidth, width, colored);
      lines++;
    }
    if (target == elided) {
      elidedLines += lines;
    }
    return next;
  }

  /** Passes a line of which nothing will be shown; returns where the next one begins. */
  private int skipLine(int line, int offset) {
    while (nextMark < marks.size() && marks.get(nextMark).line() == line) {
      nextMark++;
    }
    return input.nextLine(offset);
  }

  /** Sets what no directive matched against a coloured background, in a verbose run. */
  private void renderColored(int line, String shown, StringBuilder target) {
    target.append(Color.PLAIN.begin(true));
    boolean matched = !verbose;
    target.append(Color.ON_CYAN.begin(verbose));
    for (int i = 0; i < shown.length(); i++) {
      boolean matches = !verbose || isMatched(line, i + 1);
      if (matches != matched) {
        target.append((matches ? Color.RESET : Color.ON_CYAN).begin(true));
      }
      matched = matches;
      target.append(shown.charAt(i));
    }
    target.append(Color.RESET.begin(true));
  }

  private boolean isMatched(int line, int column) {
    for (int i = nextMark; i < marks.size() && marks.get(i).line() == line; i++) {
      if (marks.get(i).isMatchAt(column)) {
        return true;
      }
    }
    return false;
  }

  private void flushElided() {
    if (elidedLines > ELLIPSIS_LINES) {
      for (int i = 0; i < ELLIPSIS_LINES; i++) {
        out.append(Color.BLACK.paint(" ".repeat(labelWidth - 1) + ".", colored)).append('\n');
      }
    } else {
      out.append(elided);
    }
    elided.setLength(0);
    elidedLines = 0;
  }
}
