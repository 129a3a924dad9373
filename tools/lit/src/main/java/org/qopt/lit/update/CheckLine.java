package org.qopt.lit.update;

import com.google.common.collect.ImmutableList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A directive of a test.
 *
 * @param index the line on which it stands, from 0
 * @param leader what stands before it, such as {@code "// "}
 * @param prefix such as {@code CHECK}
 * @param kind such as {@code -NEXT}; empty for the plain one
 * @param pattern what stands behind the colon
 * @param text the whole line
 */
record CheckLine(
    int index, String leader, String prefix, String kind, String pattern, String text) {
  static final String PLAIN = "";
  static final String NEXT = "-NEXT";
  static final String SAME = "-SAME";
  static final String NOT = "-NOT";
  static final String DAG = "-DAG";
  static final String LABEL = "-LABEL";

  /** {@return the directives with one of these prefixes} */
  static ImmutableList<CheckLine> find(List<String> lines, Collection<String> prefixes) {
    String names = prefixes.stream().map(Pattern::quote).collect(Collectors.joining("|"));
    Pattern directive =
        Pattern.compile(
            "(.*?)(?<![\\w-])("
                + names
                + ")((?:-(?:NEXT|SAME|NOT|DAG|LABEL|EMPTY|COUNT-\\d+))?(?:\\{LITERAL})?):(.*)");
    ImmutableList.Builder<CheckLine> found = ImmutableList.builder();
    for (int i = 0; i < lines.size(); i++) {
      Matcher matcher = directive.matcher(lines.get(i));
      if (matcher.matches()) {
        found.add(
            new CheckLine(
                i,
                matcher.group(1),
                matcher.group(2),
                matcher.group(3),
                matcher.group(4).strip(),
                lines.get(i)));
      }
    }
    return found.build();
  }

  /** {@return this directive after so many lines have been added above it} */
  CheckLine moved(int by) {
    return new CheckLine(index + by, leader, prefix, kind, pattern, text);
  }

  boolean isLabel() {
    return kind.equals(LABEL);
  }

  boolean isDag() {
    return kind.equals(DAG);
  }

  boolean isPositive() {
    return !kind.equals(NOT) && !isLabel();
  }

  /** {@return whether it asks for the line behind that of the directive before it} */
  boolean follows() {
    return kind.equals(NEXT) || kind.equals("-EMPTY");
  }

  /** {@return the line of a file that is this directive with another pattern and kind} */
  String withPattern(String newKind, String newPattern) {
    return leader + prefix + newKind + ": " + newPattern;
  }
}
