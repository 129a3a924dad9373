package org.qopt.passes.printopstats;

import com.google.common.base.Strings;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** How often each kind of operation occurs, as text. */
final class OpStatsText {
  private OpStatsText() {}

  /** {@return a table in which the names stand below each other at their first dot} */
  static String table(SortedMap<String, Integer> counts) {
    int dialects =
        counts.keySet().stream().mapToInt(name -> dialect(name).length()).max().orElse(0);
    int names = counts.keySet().stream().mapToInt(name -> rest(name).length()).max().orElse(0);
    StringBuilder out = new StringBuilder("Operations encountered:\n-----------------------\n");
    for (Map.Entry<String, Integer> entry : counts.entrySet()) {
      out.append("  ")
          .append(Strings.padStart(dialect(entry.getKey()), dialects, ' '))
          .append(Strings.padEnd(rest(entry.getKey()), names, ' '))
          .append(" , ")
          .append(entry.getValue())
          .append('\n');
    }
    return out.toString();
  }

  /** {@return a JSON object} */
  static String json(SortedMap<String, Integer> counts) {
    return counts.entrySet().stream()
        .map(entry -> "  \"%s\" : %d".formatted(escaped(entry.getKey()), entry.getValue()))
        .collect(Collectors.joining(",\n", "{\n", "\n}\n"));
  }

  // Names of operations that are not registered may hold anything that a string may.
  private static String escaped(String name) {
    StringBuilder out = new StringBuilder();
    name.chars()
        .forEach(
            c -> {
              if (c < ' ') {
                out.append("\\u%04x".formatted(c));
              } else {
                out.append(c == '"' || c == '\\' ? "\\" : "").append((char) c);
              }
            });
    return out.toString();
  }

  private static String dialect(String name) {
    return name.substring(0, Math.max(0, name.indexOf('.')));
  }

  // A name without a dialect stands where the others' second parts stand.
  private static String rest(String name) {
    return name.indexOf('.') < 0 ? " " + name : name.substring(name.indexOf('.'));
  }
}
