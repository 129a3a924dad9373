package org.qopt.parser.check;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.qopt.ir.diagnostic.Diagnostic;
import org.qopt.ir.diagnostic.DiagnosticKind;
import org.qopt.ir.diagnostic.InvalidInputException;
import org.qopt.ir.diagnostic.Severity;
import org.qopt.ir.location.FileLocation;

/**
 * A comment that says that a diagnostic is to come: {@code expected-error@+1 {{text in it}}}.
 *
 * @param severity how grave the diagnostic is to be
 * @param line the line that it is to be at; empty for one without a place in the text
 * @param pattern what its message is to contain
 * @param text the text of the expectation, for messages
 * @param at where the comment stands
 */
record Expectation(
    Severity severity, OptionalInt line, Pattern pattern, String text, FileLocation at) {
  private static final Pattern SYNTAX =
      Pattern.compile(
          "expected-(error|warning|remark|note)(-re)? *(?:@([+-]\\d{1,6}|above|below|unknown))?"
              + " *\\{\\{(.*)\\}\\}");
  private static final Pattern REGEX_PART = Pattern.compile("\\{\\{(.*?)\\}\\}");

  /** {@return the expectations in {@code lines}, the first of which is line {@code first}} */
  static List<Expectation> in(String file, List<String> lines, int first) {
    List<Expectation> found = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      Matcher match = SYNTAX.matcher(lines.get(i));
      if (match.find()) {
        FileLocation at = new FileLocation(file, first + i, match.start() + 1);
        found.add(
            new Expectation(
                Severity.valueOf(match.group(1).toUpperCase(java.util.Locale.ROOT)),
                line(match.group(3), lines, i, first),
                pattern(match.group(4), match.group(2) != null, at),
                match.group(4),
                at));
      }
    }
    return found;
  }

  private static OptionalInt line(String offset, List<String> lines, int index, int first) {
    return switch (offset) {
      case null -> OptionalInt.of(first + index);
      case "unknown" -> OptionalInt.empty();
      case "above" -> OptionalInt.of(first + withoutExpectation(lines, index, -1));
      case "below" -> OptionalInt.of(first + withoutExpectation(lines, index, 1));
      case String number -> OptionalInt.of(first + index + Integer.parseInt(number));
    };
  }

  private static int withoutExpectation(List<String> lines, int index, int step) {
    int line = index + step;
    while (line >= 0 && line < lines.size() && SYNTAX.matcher(lines.get(line)).find()) {
      line += step;
    }
    return line;
  }

  private static Pattern pattern(String text, boolean regex, FileLocation at) {
    if (!regex) {
      return Pattern.compile(Pattern.quote(text));
    }
    StringBuilder out = new StringBuilder();
    Matcher part = REGEX_PART.matcher(text);
    int end = 0;
    while (part.find()) {
      out.append(Pattern.quote(text.substring(end, part.start())));
      out.append("(?:").append(part.group(1)).append(')');
      end = part.end();
    }
    out.append(Pattern.quote(text.substring(end)));
    try {
      return Pattern.compile(out.toString());
    } catch (PatternSyntaxException e) {
      throw new InvalidInputException(
          DiagnosticKind.EXPECTATION, at, "invalid regular expression: " + e.getDescription());
    }
  }

  /** {@return whether {@code diagnostic}, at this line, says what is expected; however grave} */
  boolean accepts(Diagnostic diagnostic, OptionalInt diagnosticLine) {
    return line.equals(diagnosticLine) && pattern.matcher(diagnostic.message()).find();
  }
}
