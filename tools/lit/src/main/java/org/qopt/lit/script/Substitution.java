package org.qopt.lit.script;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Something that is replaced in commands.
 *
 * @param key what is replaced, as it was written
 * @param value says what it is replaced by, when it is; in the replacement of a regular expression,
 *     {@code $1} is its first group
 * @param expression the key as a regular expression, unless it stands for itself
 */
public record Substitution(String key, Supplier<String> value, Optional<Pattern> expression) {
  private static final Pattern LITERAL = Pattern.compile("%[-\\w{}:/]+");
  private static final Pattern BRACES = Pattern.compile("%\\{([_a-zA-Z][-_:0-9a-zA-Z]*)}");
  private static final Pattern GROUP = Pattern.compile("\\\\(\\d)|\\\\g<(\\d+)>");

  /** A substitution of exactly {@code key}. */
  public static Substitution literal(String key, String value) {
    return literal(key, () -> value);
  }

  /** A substitution of exactly {@code key} by what takes time to find out. */
  public static Substitution literal(String key, Supplier<String> value) {
    return new Substitution(key, value, Optional.empty());
  }

  /**
   * A substitution whose key is a name such as <code>%name</code> or <code>%{name}</code>, or a
   * regular expression, in which such names stand for themselves.
   *
   * @throws PatternSyntaxException if it is neither
   */
  public static Substitution of(String key, String value) {
    if (LITERAL.matcher(key).matches()) {
      return literal(key, value);
    }
    String quoted = BRACES.matcher(key).replaceAll("%\\\\{$1\\\\}");
    String replacement = replacement(value);
    return new Substitution(key, () -> replacement, Optional.of(Pattern.compile(quoted)));
  }

  /** {@return a value as the replacement of a Java expression} */
  private static String replacement(String value) {
    StringBuilder replacement = new StringBuilder();
    Matcher group = GROUP.matcher(value);
    int seen = 0;
    while (group.find()) {
      String number = group.group(1) != null ? group.group(1) : group.group(2);
      replacement.append(Matcher.quoteReplacement(value.substring(seen, group.start())));
      replacement.append('$').append(number);
      seen = group.end();
    }
    return replacement.append(Matcher.quoteReplacement(value.substring(seen))).toString();
  }

  String apply(String text) {
    if (expression.isPresent()) {
      return expression.get().matcher(text).replaceAll(value.get());
    }
    return text.contains(key) ? text.replace(key, value.get()) : text;
  }
}
