package org.qopt.lit.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A condition over features: names joined by {@code &&}, {@code ||}, {@code !} and parentheses. A
 * name may hold regular expressions in double braces, which must match a whole feature.
 */
public final class BooleanExpression {
  private static final Pattern TOKEN =
      Pattern.compile("\\s*([()]|&&|\\|\\||!|(?:[-+=._a-zA-Z0-9]+|\\{\\{.+?}})+)\\s*");
  private static final Pattern BRACED = Pattern.compile("\\{\\{(.+?)}}");
  private static final Set<String> OPERATORS = Set.of("&&", "||", "!", "(", ")");

  private final List<String> tokens;
  private final Set<String> features;
  private int position;

  private BooleanExpression(List<String> tokens, Set<String> features) {
    this.tokens = tokens;
    this.features = features;
  }

  /**
   * {@return whether the condition holds}
   *
   * @throws ScriptException if it is none
   */
  public static boolean evaluate(String text, Set<String> features) throws ScriptException {
    try {
      BooleanExpression expression = new BooleanExpression(tokens(text), features);
      boolean value = expression.or();
      if (expression.position < expression.tokens.size()) {
        throw expression.error("<end of expression>");
      }
      return value;
    } catch (ScriptException e) {
      throw new ScriptException(e.getMessage() + "\nin expression: '" + text + "'");
    }
  }

  /**
   * {@return the names that the condition asks for}
   *
   * @throws ScriptException if it is none
   */
  public static List<String> names(String text) throws ScriptException {
    return tokens(text).stream().filter(token -> !OPERATORS.contains(token)).toList();
  }

  private static List<String> tokens(String text) throws ScriptException {
    List<String> tokens = new ArrayList<>();
    Matcher token = TOKEN.matcher(text);
    int position = 0;
    while (position < text.length()) {
      token.region(position, text.length());
      if (!token.lookingAt()) {
        throw new ScriptException("couldn't parse text: '" + text.substring(position) + "'");
      }
      tokens.add(token.group(1));
      position = token.end();
    }
    return tokens;
  }

  private boolean or() throws ScriptException {
    boolean value = and();
    while (consume("||")) {
      value |= and();
    }
    return value;
  }

  private boolean and() throws ScriptException {
    boolean value = not();
    while (consume("&&")) {
      value &= not();
    }
    return value;
  }

  private boolean not() throws ScriptException {
    // Counted instead of called again, so that no number of them is too deep.
    boolean negated = false;
    while (consume("!")) {
      negated = !negated;
    }
    if (consume("(")) {
      boolean value = or();
      if (!consume(")")) {
        throw error("')'");
      }
      return value != negated;
    }
    if (position == tokens.size() || OPERATORS.contains(tokens.get(position))) {
      throw error("'!', '(', '{{', or identifier");
    }
    return matches(tokens.get(position++)) != negated;
  }

  private boolean matches(String name) throws ScriptException {
    if (name.indexOf('{') < 0) {
      return name.equals("true") || features.contains(name);
    }
    StringBuilder pattern = new StringBuilder();
    Matcher braced = BRACED.matcher(name);
    int seen = 0;
    while (braced.find()) {
      pattern.append(Pattern.quote(name.substring(seen, braced.start())));
      pattern.append("(?:").append(braced.group(1)).append(')');
      seen = braced.end();
    }
    pattern.append(Pattern.quote(name.substring(seen)));
    try {
      Pattern compiled = Pattern.compile(pattern.toString());
      return compiled.matcher("true").matches()
          || features.stream().anyMatch(feature -> compiled.matcher(feature).matches());
    } catch (PatternSyntaxException e) {
      throw new ScriptException("bad regular expression in '" + name + "': " + e.getDescription());
    }
  }

  private boolean consume(String token) {
    if (position == tokens.size() || !tokens.get(position).equals(token)) {
      return false;
    }
    position++;
    return true;
  }

  private ScriptException error(String expected) {
    String found =
        position < tokens.size() ? "'" + tokens.get(position) + "'" : "<end of expression>";
    return new ScriptException("expected: " + expected + "\nhave: " + found);
  }
}
