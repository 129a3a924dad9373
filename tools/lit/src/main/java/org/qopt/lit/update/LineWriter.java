package org.qopt.lit.update;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Makes the pattern of a directive from a line of output.
 *
 * @param values the values of the function
 * @param folder the folder of the test, whose path no pattern shows
 * @param isProgram whether lines are operations of a program
 */
record LineWriter(Values values, Path folder, boolean isProgram) {
  /** Stands for anything until the text is a pattern. */
  private static final String ANYTHING = "\0";

  /** A value of a program. */
  static final Pattern VALUE = Pattern.compile("%[\\w$.-]+");

  private static final Pattern RESULTS = Pattern.compile("((?:%[\\w$.-]+(?::\\d+)?,? )+)= ");
  private static final Pattern ARGUMENT = Pattern.compile("(%[\\w$.-]+): ");

  String write(String line, LineStyle style) {
    if (!isProgram) {
      return withoutPath(escape(line));
    }
    String text = withoutLocation(line);
    Matcher results = RESULTS.matcher(text);
    int from = results.lookingAt() ? results.end() : 0;
    String rest = style.types() ? text.substring(from) : withoutTypes(text.substring(from));
    if (style.wordOnly()) {
      return escape(rest.split(" ")[0]);
    }
    // First what is used, then what is defined: a name may be taken over from an operand.
    String uses = uses(style.attributes() ? escape(rest) : withoutAttributes(rest), style);
    String defined = from == 0 ? "" : define(results.group(1), text, style);
    return defined + uses;
  }

  private String define(String results, String line, LineStyle style) {
    if (style.results() == LineStyle.Results.NONE) {
      return "";
    }
    Matcher value = VALUE.matcher(results);
    StringBuilder pattern = new StringBuilder();
    String wanted = style.wantedName();
    int seen = 0;
    while (value.find()) {
      pattern.append(results, seen, value.start());
      if (style.results() == LineStyle.Results.PLAIN) {
        values.learnPlain(value.group());
        pattern.append(value.group());
      } else {
        pattern.append(values.define(value.group(), line, wanted));
      }
      wanted = "";
      seen = value.end();
    }
    return pattern.append(results.substring(seen)).append("= ").toString();
  }

  /**
   * {@return the pattern of the arguments in the first line of a function, each of them defined}
   */
  String writeArguments(String line) {
    return ARGUMENT
        .matcher(plainArguments(line))
        .replaceAll(
            found -> Matcher.quoteReplacement(values.define(found.group(1), "", "") + ": "));
  }

  /** {@return the pattern of the arguments in the first line of a function, by their names} */
  static String plainArguments(String line) {
    String arguments = escape(withoutLocation(line).substring(line.indexOf('(') + 1));
    return (arguments.endsWith("{") ? arguments.substring(0, arguments.length() - 1) : arguments)
        .strip();
  }

  private String uses(String text, LineStyle style) {
    boolean plain = style.results() == LineStyle.Results.PLAIN;
    return VALUE
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(values.use(found.group(), plain)));
  }

  /** {@return the text without the types at its end} */
  private static String withoutTypes(String text) {
    int depth = 0;
    int cut = text.length();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      depth += c == '{' ? 1 : c == '}' ? -1 : 0;
      if (depth == 0 && text.startsWith(" : ", i)) {
        cut = i;
      }
    }
    return text.substring(0, cut);
  }

  /** {@return the line without its locations, which move with every line that is added} */
  static String withoutLocation(String line) {
    StringBuilder plain = new StringBuilder();
    int seen = 0;
    for (int at = line.indexOf(" loc("); at >= 0; at = line.indexOf(" loc(", seen)) {
      plain.append(line, seen, at);
      seen = at + " loc(".length();
      for (int depth = 1; seen < line.length() && depth > 0; seen++) {
        depth += line.charAt(seen) == '(' ? 1 : line.charAt(seen) == ')' ? -1 : 0;
      }
      plain.append(seen < line.length() ? ANYTHING : "");
    }
    return plain.append(line.substring(seen)).toString();
  }

  /** {@return the text with each dictionary of attributes replaced by anything} */
  private static String withoutAttributes(String text) {
    StringBuilder plain = new StringBuilder();
    int literal = 0;
    int i = 0;
    while (i < text.length()) {
      boolean properties = text.startsWith("<{", i);
      int open = properties ? i + 1 : i;
      int close = text.charAt(open) == '{' ? close(text, open) : -1;
      if (close < 0) {
        i++;
        continue;
      }
      plain.append(escape(text.substring(literal, i))).append("{{.*}}");
      i = close + (properties ? 2 : 1);
      literal = i;
    }
    plain.append(escape(text.substring(literal)));
    String joined = plain.toString().replace("{{.*}} {{.*}}", "{{.*}}");
    return joined.endsWith(" {{.*}}")
        ? joined.substring(0, joined.length() - " {{.*}}".length())
        : joined;
  }

  private static int close(String text, int open) {
    int depth = 0;
    boolean quoted = false;
    for (int i = open; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' && text.charAt(i - 1) != '\\') {
        quoted = !quoted;
      } else if (!quoted) {
        depth += c == '{' ? 1 : c == '}' ? -1 : 0;
        if (depth == 0) {
          return i;
        }
      }
    }
    return -1;
  }

  /** {@return a pattern that matches just this text} */
  static String escape(String text) {
    return text.replace("{{", "{{[{][{]}}").replace("[[", "{{\\[\\[}}").replace(ANYTHING, "{{.*}}");
  }

  /**
   * {@return the pattern of a line that takes the place of another, with its blocks}
   *
   * <p>In a program all of them have to stay, and no value may be called by its name of today
   * unless the pattern did so.
   */
  Optional<String> mend(CheckLine old, String line) {
    if (old.kind().endsWith("{LITERAL}")) {
      return Optional.empty();
    }
    boolean located = old.pattern().contains("loc(");
    String text = isProgram && !located ? withoutLocation(line) : line;
    return MendedPattern.of(old.pattern(), text, values.variables())
        .filter(mended -> !isProgram || isAsGood(old.pattern(), mended))
        .map(this::withoutPath);
  }

  private static boolean isAsGood(String old, String mended) {
    Set<String> named = plainValues(old);
    return CheckPattern.blocks(old).equals(CheckPattern.blocks(mended))
        && (named.containsAll(plainValues(mended)) || !named.isEmpty() && !hasVariables(old))
        && mended.indexOf(ANYTHING) < 0;
  }

  private static boolean hasVariables(String pattern) {
    CheckPattern checked = new CheckPattern(pattern);
    return !checked.definitions().isEmpty() || !checked.uses().isEmpty();
  }

  private static Set<String> plainValues(String pattern) {
    return VALUE.matcher(pattern).results().map(MatchResult::group).collect(Collectors.toSet());
  }

  private String withoutPath(String pattern) {
    String path = folder.toString();
    return path.length() > 1 ? pattern.replace(path + "/", "{{.*}}") : pattern;
  }
}
