package org.qopt.lit.update;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The values of a function and the variables that stand for them in its directives. */
final class Values {
  private static final Pattern OPERATION = Pattern.compile("= \"?(?:[\\w$]+\\.)*([\\w$-]+)");

  private final Map<String, String> written = new HashMap<>();
  private final Map<String, String> variables = new HashMap<>();
  private final Set<String> reserved;

  /**
   * No values yet.
   *
   * @param reserved names that no new variable may have
   */
  Values(Set<String> reserved) {
    this.reserved = new HashSet<>(reserved);
  }

  /** {@return what each variable holds} */
  Map<String, String> variables() {
    return variables;
  }

  /** Learns from a directive that stays what its variables hold. */
  void learn(Map<String, String> bound) {
    variables.putAll(bound);
    bound.forEach(
        (name, value) -> {
          if (value.startsWith("%")) {
            written.put(value, "[[" + name + "]]");
          } else if (value.matches("[\\w$.-]+")) {
            written.put("%" + value, "%[[" + name + "]]");
          }
        });
  }

  /** Learns from a pattern what its variables hold, if it is found in a line. */
  void learn(String pattern, String line) {
    new CheckPattern(pattern).bind(line, variables).ifPresent(this::learn);
  }

  /** Learns that a directive that stays calls a value by the name that it has today. */
  void learnPlain(String value) {
    written.putIfAbsent(value, value);
  }

  /**
   * {@return the definition of a value}
   *
   * @param value such as {@code %0}
   * @param line the line that defines it
   * @param wanted the name that its variable had until now, or nothing
   */
  String define(String value, String line, String wanted) {
    String name = wanted.isEmpty() ? name(value, line) : wanted;
    reserved.add(name);
    variables.put(name, value.substring(1));
    written.put(value, "%[[" + name + "]]");
    return "%[[" + name + ":.*]]";
  }

  /**
   * {@return how a value is called in a directive}
   *
   * @param plain whether one that has no variable is called by the name that it has today
   */
  String use(String value, boolean plain) {
    return written.getOrDefault(value, plain ? value : "%{{.*}}");
  }

  private String name(String value, String line) {
    Matcher operation = OPERATION.matcher(line);
    String base =
        Character.isDigit(value.charAt(1)) && operation.find()
            ? operation.group(1)
            : value.substring(1);
    String plain = base.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    String start = Character.isDigit(plain.charAt(0)) ? "VALUE_" + plain : plain;
    String name = start;
    for (int i = 1; reserved.contains(name); i++) {
      name = start + "_" + i;
    }
    return name;
  }
}
