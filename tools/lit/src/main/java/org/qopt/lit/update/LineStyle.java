package org.qopt.lit.update;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;

/**
 * How much of a line a new directive shows.
 *
 * @param results what it calls the results of the operation
 * @param wantedName the name for the variable of the first result, or nothing
 * @param attributes whether it shows attributes
 * @param types whether it shows types
 * @param wordOnly whether it shows the operation's name alone
 */
record LineStyle(
    Results results, String wantedName, boolean attributes, boolean types, boolean wordOnly) {

  /** What results are called. */
  enum Results {
    /** By variables. */
    VARIABLES,
    /** By the names that they have today. */
    PLAIN,
    /** They are not mentioned. */
    NONE
  }

  /** {@return the style of directives that are written where none were} */
  static LineStyle fresh(boolean attributes) {
    return new LineStyle(Results.VARIABLES, "", attributes, true, false);
  }

  LineStyle withResults(Results others) {
    return new LineStyle(others, wantedName, attributes, types, wordOnly);
  }

  /** {@return the style of a directive that takes the place of another} */
  static LineStyle like(CheckLine old, boolean attributes) {
    String pattern = old.pattern();
    ImmutableList<String> names = new CheckPattern(pattern).definitions();
    return new LineStyle(
        results(pattern).orElse(Results.NONE),
        names.isEmpty() ? "" : names.getFirst(),
        attributes || pattern.matches(".*\\{\\w+ = .*"),
        pattern.contains(" : "),
        !pattern.contains(" "));
  }

  /** {@return the style of a further directive among others} */
  static LineStyle among(List<CheckLine> others, boolean attributes) {
    Results results =
        others.stream()
            .map(line -> results(line.pattern()))
            .flatMap(Optional::stream)
            .findFirst()
            .orElse(others.isEmpty() ? Results.VARIABLES : Results.NONE);
    boolean types = others.isEmpty() || others.stream().anyMatch(l -> l.pattern().contains(" : "));
    return new LineStyle(results, "", attributes, types, false);
  }

  private static Optional<Results> results(String pattern) {
    if (pattern.matches("%?\\[\\[\\w+:.*")) {
      return Optional.of(Results.VARIABLES);
    }
    return pattern.matches("%[\\w$.-]+(:\\d+)?(, %[\\w$.-]+)* = .*")
        ? Optional.of(Results.PLAIN)
        : Optional.empty();
  }
}
