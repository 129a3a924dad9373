package org.qopt.lit;

import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A condition over features: names joined by {@code &&}, {@code ||}, {@code !} and parentheses. A
 * name may hold regular expressions in double braces, which must match a whole feature.
 */
final class BooleanExpression {
  private final String text;
  private final Set<String> features;
  private int position;

  private BooleanExpression(String text, Set<String> features) {
    this.text = text;
    this.features = features;
  }

  /**
   * {@return whether the condition holds}
   *
   * @throws LitException if it is none
   */
  static boolean evaluate(String text, Set<String> features) throws LitException {
    BooleanExpression expression = new BooleanExpression(text, features);
    boolean value = expression.or();
    expression.skipSpace();
    if (expression.position < text.length()) {
      throw expression.error("end of expression");
    }
    return value;
  }

  private boolean or() throws LitException {
    boolean value = and();
    while (consume("||")) {
      value |= and();
    }
    return value;
  }

  private boolean and() throws LitException {
    boolean value = not();
    while (consume("&&")) {
      value &= not();
    }
    return value;
  }

  private boolean not() throws LitException {
    if (consume("!")) {
      return !not();
    }
    if (consume("(")) {
      boolean value = or();
      if (!consume(")")) {
        throw error("')'");
      }
      return value;
    }
    return name();
  }

  private boolean name() throws LitException {
    skipSpace();
    StringBuilder pattern = new StringBuilder();
    int start = position;
    while (position < text.length()) {
      int close = text.indexOf("}}", position);
      if (text.startsWith("{{", position) && close >= 0) {
        pattern.append("(?:").append(text, position + 2, close).append(')');
        position = close + 2;
      } else if (isNamePart(text.charAt(position))) {
        pattern.append(Pattern.quote(text.substring(position, position + 1)));
        position++;
      } else {
        break;
      }
    }
    if (start == position) {
      throw error("'!', '(', '{{', or identifier");
    }
    String name = text.substring(start, position);
    return switch (name) {
      case "true" -> true;
      case "false" -> false;
      default -> features.contains(name) || features.stream().anyMatch(matcher(pattern));
    };
  }

  private Predicate<String> matcher(StringBuilder pattern) throws LitException {
    try {
      return Pattern.compile(pattern.toString()).asMatchPredicate();
    } catch (PatternSyntaxException e) {
      throw new LitException("bad regular expression in '" + text + "': " + e.getDescription());
    }
  }

  private static boolean isNamePart(char c) {
    return Character.isLetterOrDigit(c) || "-+=._".indexOf(c) >= 0;
  }

  private void skipSpace() {
    while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
      position++;
    }
  }

  private boolean consume(String token) {
    skipSpace();
    if (!text.startsWith(token, position)) {
      return false;
    }
    position += token.length();
    return true;
  }

  private LitException error(String expected) {
    String found =
        position < text.length() ? "'" + text.substring(position) + "'" : "end of expression";
    return new LitException("expected: " + expected + "\nhave: " + found + "\nin: '" + text + "'");
  }
}
