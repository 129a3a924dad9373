package org.qopt.lit.script;

import java.util.regex.Pattern;
import org.qopt.lit.script.Directive.Lines;

/** A directive whose last line may still be to come. */
final class PendingDirective {
  private static final Pattern NAME = Pattern.compile("%\\{[_a-zA-Z][-_:0-9a-zA-Z]*}");

  private final String keyword;
  private final int first;
  private int last;
  private String text;

  PendingDirective(String keyword, int line, String text) {
    this.keyword = keyword;
    this.first = line;
    this.last = line;
    this.text = text.stripTrailing();
  }

  boolean isRun() {
    return keyword.equals("RUN:");
  }

  boolean continues() {
    return text.endsWith("\\");
  }

  /** {@return whether the line is a continuation of this directive, which then has it} */
  boolean add(String nextKeyword, int line, String more) throws ScriptException {
    if (!nextKeyword.equals(keyword) || !continues()) {
      return false;
    }
    String head = text.substring(0, text.length() - 1);
    if (isRun()) {
      text = head + more.stripTrailing();
    } else if (more.isBlank()) {
      throw new ScriptException("Substitution's continuation is empty");
    } else {
      text = head.stripTrailing() + " " + more.strip();
    }
    last = line;
    return true;
  }

  /** Refuses a definition that is complete and malformed. */
  void check() throws ScriptException {
    if (!isRun() && !continues()) {
      finish();
    }
  }

  Directive finish() throws ScriptException {
    if (continues()) {
      throw new ScriptException(
          "Test has unterminated '" + keyword + "' directive (with '\\') " + lines());
    }
    if (isRun()) {
      return new Directive.Run(lines(), text);
    }
    int equal = text.indexOf('=');
    if (equal < 0) {
      throw new ScriptException("Substitution's definition does not contain '='");
    }
    String name = text.substring(0, equal).strip();
    if (!NAME.matcher(name).matches()) {
      throw new ScriptException(
          "Substitution name '"
              + name
              + "' is malformed as it must start with '%{', it must end with '}', and the rest must"
              + " start with a letter or underscore and contain only alphanumeric characters,"
              + " hyphens, underscores, and colons");
    }
    return new Directive.Define(
        lines(), keyword.equals("DEFINE:"), name, text.substring(equal + 1).strip());
  }

  private Lines lines() {
    return new Lines(first, last);
  }
}
