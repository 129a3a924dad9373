package org.qopt.lit;

import com.google.common.collect.ImmutableMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code ${NAME}} stands for in the texts of a configuration; {@code $${} stands for itself.
 */
public record Parameters(ImmutableMap<String, String> values) {
  private static final Pattern USE = Pattern.compile("(\\$?)\\$\\{([^{}]*)\\}");

  static final Parameters NONE = new Parameters(ImmutableMap.of());

  /** {@return these parameters, with others that win} */
  Parameters with(ImmutableMap<String, String> others) {
    return new Parameters(
        ImmutableMap.<String, String>builder().putAll(values).putAll(others).buildKeepingLast());
  }

  /**
   * {@return a text with the values in place of the names}
   *
   * @throws LitException if a name has no value; its message needs the file in front
   */
  String apply(String text) throws LitException {
    if (text.indexOf("${") < 0) {
      return text;
    }
    Matcher matcher = USE.matcher(text);
    StringBuilder applied = new StringBuilder();
    while (matcher.find()) {
      String name = matcher.group(2);
      if (!matcher.group(1).isEmpty()) {
        matcher.appendReplacement(applied, Matcher.quoteReplacement(matcher.group().substring(1)));
        continue;
      }
      if (!values.containsKey(name)) {
        throw new LitException(
            "no value for '${"
                + name
                + "}': say '--param="
                + name
                + "=VALUE', or give it one in [parameters]");
      }
      matcher.appendReplacement(applied, Matcher.quoteReplacement(values.get(name)));
    }
    return matcher.appendTail(applied).toString();
  }
}
