package org.qopt.lit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.qopt.lit.TestScript.RunLine;

/** Finds the keywords of a test file; they may stand anywhere in a line. */
final class TestScriptParser {
  private static final Pattern KEYWORD =
      Pattern.compile("(RUN|REQUIRES|UNSUPPORTED|XFAIL|ALLOW_RETRIES):(.*)|END\\.");
  private static final Pattern LINE = Pattern.compile("%\\(line *(?:([+-]) *(\\d{1,9}))?\\)");

  private final List<RunLine> commands = new ArrayList<>();
  private final List<String> requires = new ArrayList<>();
  private final List<String> unsupported = new ArrayList<>();
  private final List<String> expectedFailures = new ArrayList<>();
  private int retries;
  private boolean continued;

  private TestScriptParser() {}

  /**
   * Reads a test file.
   *
   * @throws LitException if it has no command or a malformed keyword
   */
  static TestScript parse(String text) throws LitException {
    TestScriptParser parser = new TestScriptParser();
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      Matcher keyword = KEYWORD.matcher(lines.get(i));
      if (!keyword.find()) {
        continue;
      }
      if (keyword.group(1) == null) {
        break;
      }
      parser.add(keyword.group(1), keyword.group(2).strip(), i + 1);
    }
    if (parser.commands.isEmpty()) {
      throw new LitException("Test has no 'RUN:' line");
    }
    if (parser.continued) {
      throw new LitException(
          "Test has unterminated 'RUN:' directive (with '\\') at line "
              + parser.commands.getLast().line());
    }
    return new TestScript(
        parser.commands,
        parser.requires,
        parser.unsupported,
        parser.expectedFailures,
        parser.retries);
  }

  private void add(String keyword, String value, int line) throws LitException {
    switch (keyword) {
      case "RUN" -> addCommand(value, line);
      case "REQUIRES" -> requires.addAll(split(value));
      case "UNSUPPORTED" -> unsupported.addAll(split(value));
      case "XFAIL" -> expectedFailures.addAll(split(value));
      default -> {
        if (!value.matches("\\d{1,6}")) {
          throw new LitException("ALLOW_RETRIES: expects a number at line " + line);
        }
        retries = Integer.parseInt(value);
      }
    }
  }

  private void addCommand(String value, int line) {
    String text = replaceLine(value, line);
    boolean continues = text.endsWith("\\");
    String part = continues ? text.substring(0, text.length() - 1) : text;
    if (continued) {
      RunLine last = commands.removeLast();
      commands.add(new RunLine(last.line(), last.text() + part));
    } else {
      commands.add(new RunLine(line, part));
    }
    continued = continues;
  }

  private static String replaceLine(String text, int line) {
    return LINE.matcher(text)
        .replaceAll(
            found -> {
              int offset = found.group(2) == null ? 0 : Integer.parseInt(found.group(2));
              return String.valueOf("-".equals(found.group(1)) ? line - offset : line + offset);
            });
  }

  private static List<String> split(String value) {
    return Arrays.stream(value.split(",")).map(String::strip).filter(s -> !s.isEmpty()).toList();
  }
}
