package org.qopt.cli;

import com.google.common.base.Strings;
import java.util.Map;
import java.util.function.Function;

/** Names, and beside them what is said of each. */
final class Columns {
  private static final int LEAST = 24;

  private Columns() {}

  /**
   * {@return a line for each entry, with what {@code text} says of it in a column of its own}
   *
   * @param indentation what each line begins with
   */
  static <T> String of(String indentation, Map<String, T> entries, Function<T, String> text) {
    int longest = entries.keySet().stream().mapToInt(String::length).max().orElse(0);
    StringBuilder lines = new StringBuilder();
    entries.forEach(
        (name, entry) ->
            lines
                .append(indentation)
                .append(Strings.padEnd(name, Math.max(LEAST, longest + 2), ' '))
                .append(text.apply(entry))
                .append('\n'));
    return lines.toString();
  }
}
