package org.qopt.filecheck.regex;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A POSIX extended regular expression over bytes held as characters, in the mode in which a newline
 * ends a line: {@code ^} and {@code $} match at lines and at the ends of the searched region.
 */
public final class Regex {
  private static final String SPECIAL = "()^$|*+?.[]\\{}";

  private final Pattern pattern;

  private Regex(Pattern pattern) {
    this.pattern = pattern;
  }

  /**
   * Compiles an expression.
   *
   * @param ere the expression
   * @param ignoreCase whether ASCII letters match in either case
   * @throws RegexSyntaxException if it is none
   */
  public static Regex compile(String ere, boolean ignoreCase) throws RegexSyntaxException {
    String translated = new JavaTranslation(ignoreCase).translate(EreParser.parse(ere).root());
    int flags = Pattern.UNIX_LINES | Pattern.MULTILINE;
    return new Regex(
        Pattern.compile(translated, ignoreCase ? flags | Pattern.CASE_INSENSITIVE : flags));
  }

  /**
   * {@return the number of groups of an expression}
   *
   * @throws RegexSyntaxException if it is none
   */
  public static int countGroups(String ere) throws RegexSyntaxException {
    return EreParser.parse(ere).groups();
  }

  /** {@return an expression that matches just {@code text}} */
  public static String quote(String text) {
    StringBuilder quoted = new StringBuilder(text.length() + 8);
    for (int i = 0; i < text.length(); i++) {
      if (SPECIAL.indexOf(text.charAt(i)) >= 0) {
        quoted.append('\\');
      }
      quoted.append(text.charAt(i));
    }
    return quoted.toString();
  }

  /**
   * Searches a region.
   *
   * @param text where to search
   * @param start the first character of the region
   * @param end the character after the region
   * @return the leftmost match, if any
   */
  public Optional<RegexMatch> find(String text, int start, int end) {
    Matcher matcher = pattern.matcher(text).region(start, end);
    if (!matcher.find()) {
      return Optional.empty();
    }
    int[] bounds = new int[2 * (matcher.groupCount() + 1)];
    for (int group = 0; group <= matcher.groupCount(); group++) {
      bounds[2 * group] = matcher.start(group);
      bounds[2 * group + 1] = matcher.end(group);
    }
    return Optional.of(new RegexMatch(bounds));
  }
}
