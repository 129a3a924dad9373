package org.qopt.lit.script;

import com.google.common.collect.ImmutableList;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the keywords of a test file; they may stand anywhere in a line. */
public final class ScriptParser {
  private static final Pattern KEYWORD =
      Pattern.compile(
          "(RUN:|XFAIL:|REQUIRES:|UNSUPPORTED:|ALLOW_RETRIES:|END\\.|DEFINE:|REDEFINE:)([^\n]*)");
  private static final Pattern LINE =
      Pattern.compile("%(?:\\(line(?: *([+-]) *(\\d{1,9}))?\\)|\\{line(?: *([+-]) *(\\d{1,9}))?})");

  private final List<PendingDirective> directives = new ArrayList<>();
  private final Conditions requires = new Conditions("REQUIRES:");
  private final Conditions unsupported = new Conditions("UNSUPPORTED:");
  private final Conditions expectedFailures = new Conditions("XFAIL:");
  private OptionalInt retries = OptionalInt.empty();
  private boolean isAmbiguous;

  private ScriptParser() {}

  /**
   * Reads a test file.
   *
   * @param text its bytes, each as a character; only lines with keywords need to be UTF-8
   * @throws ScriptException if it has no command or a malformed keyword
   */
  public static TestScript parse(String text) throws ScriptException {
    TestScript script = parseAny(text);
    if (script.commands().isEmpty()) {
      throw new ScriptException("Test has no 'RUN:' line");
    }
    return script;
  }

  /** As {@link #parse}, but for files that may have no command. */
  public static TestScript parseAny(String text) throws ScriptException {
    return new ScriptParser().read(text);
  }

  private TestScript read(String text) throws ScriptException {
    Matcher keyword = KEYWORD.matcher(text);
    int line = 1;
    int seen = 0;
    while (keyword.find()) {
      for (; seen < keyword.start(); seen++) {
        line += text.charAt(seen) == '\n' ? 1 : 0;
      }
      String value = decode(keyword.group(2), line);
      if (keyword.group(1).equals("END.")) {
        if (value.isBlank()) {
          break;
        }
        continue;
      }
      try {
        add(keyword.group(1), value, line);
      } catch (ScriptException e) {
        throw new ScriptException(
            e.getMessage() + "\nin " + keyword.group(1) + " directive on test line " + line);
      }
    }
    return finish();
  }

  private TestScript finish() throws ScriptException {
    ImmutableList.Builder<Directive> finished = ImmutableList.builder();
    boolean hasCommand = false;
    for (PendingDirective directive : directives) {
      hasCommand |= directive.isRun();
    }
    for (PendingDirective directive : directives) {
      // What has no command at all is told so, whatever else is wrong with it.
      if (hasCommand || !directive.continues()) {
        finished.add(directive.finish());
      }
    }
    if (isAmbiguous) {
      throw new ScriptException("Test has more than one ALLOW_RETRIES lines");
    }
    return new TestScript(
        finished.build(),
        requires.finish(),
        unsupported.finish(),
        expectedFailures.finish(),
        retries);
  }

  private static String decode(String bytes, int line) throws ScriptException {
    String value = bytes.endsWith("\r") ? bytes.substring(0, bytes.length() - 1) : bytes;
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(value.getBytes(StandardCharsets.ISO_8859_1)))
          .toString();
    } catch (CharacterCodingException e) {
      throw new ScriptException("test line " + line + " is not valid UTF-8");
    }
  }

  private void add(String keyword, String value, int line) throws ScriptException {
    switch (keyword) {
      case "REQUIRES:" -> requires.add(value);
      case "UNSUPPORTED:" -> unsupported.add(value);
      case "XFAIL:" -> expectedFailures.add(value);
      case "ALLOW_RETRIES:" -> addRetries(value);
      default -> addDirective(keyword, replaceLine(value, line), line);
    }
  }

  private void addRetries(String value) throws ScriptException {
    if (!value.strip().matches("[+-]?\\d{1,9}")) {
      throw new ScriptException(
          "INTEGER parser requires the input to be an integer (got " + value + ")");
    }
    isAmbiguous = retries.isPresent();
    retries = OptionalInt.of(Integer.parseInt(value.strip()));
  }

  private void addDirective(String keyword, String value, int line) throws ScriptException {
    if (directives.isEmpty() || !directives.getLast().add(keyword, line, value)) {
      directives.add(new PendingDirective(keyword, line, value));
    }
    directives.getLast().check();
  }

  private static String replaceLine(String text, int line) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    return LINE.matcher(text)
        .replaceAll(
            found -> {
              int braces = found.group(3) != null ? 2 : 0;
              String sign = found.group(1 + braces);
              int offset = sign == null ? 0 : Integer.parseInt(found.group(2 + braces));
              return String.valueOf("-".equals(sign) ? line - offset : line + offset);
            });
  }
}
