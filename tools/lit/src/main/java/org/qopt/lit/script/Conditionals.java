package org.qopt.lit.script;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Chooses the branches of <code>%if condition %{ ... %} %else %{ ... %}</code>. */
final class Conditionals {
  private static final Pattern ELSE = Pattern.compile("\\s*%else\\s*(%\\{)?");

  private final String text;
  private final Set<String> features;
  private int position;

  private Conditionals(String text, Set<String> features) {
    this.text = text;
    this.features = features;
  }

  static String choose(String text, Set<String> features) throws ScriptException {
    return text.contains("%if ") ? new Conditionals(text, features).branch(false) : text;
  }

  private String branch(boolean nested) throws ScriptException {
    StringBuilder result = new StringBuilder();
    while (position < text.length() && !(nested && text.startsWith("%}", position))) {
      if (text.startsWith("%if ", position)) {
        result.append(conditional());
        continue;
      }
      int end = next(nested);
      result.append(text, position, end);
      position = end;
    }
    return result.toString();
  }

  private String conditional() throws ScriptException {
    int open = text.indexOf("%{", position);
    if (open < 0) {
      throw new ScriptException("'%{' is missing for %if substitution");
    }
    String condition = text.substring(position + "%if ".length(), open);
    position = open + 2;
    String then = branch(true);
    close("%if");
    String otherwise = "";
    Matcher matcher = ELSE.matcher(text).region(position, text.length());
    if (matcher.lookingAt()) {
      if (matcher.group(1) == null) {
        throw new ScriptException("'%{' is missing for %else substitution");
      }
      position = matcher.end();
      otherwise = branch(true);
      close("%else");
    }
    return BooleanExpression.evaluate(condition, features) ? then : otherwise;
  }

  private void close(String of) throws ScriptException {
    if (!text.startsWith("%}", position)) {
      throw new ScriptException("'%}' is missing for " + of + " substitution");
    }
    position += 2;
  }

  /** {@return where the plain text that begins here ends} */
  private int next(boolean nested) {
    int from = position + (text.startsWith("%if", position) ? 1 : 0);
    int condition = text.indexOf("%if", from);
    int close = nested ? text.indexOf("%}", position) : -1;
    if (condition < 0) {
      return close < 0 ? text.length() : close;
    }
    return close < 0 ? condition : Math.min(condition, close);
  }
}
