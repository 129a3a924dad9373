package org.qopt.filecheck;

import java.util.List;
import java.util.stream.Stream;

/** The names of all flags, for guessing which one was meant. */
final class FlagNames {
  /** The flags that take a value. */
  static final List<String> VALUED =
      List.of(
          "check-prefixes",
          "check-prefix",
          "comment-prefixes",
          "implicit-check-not",
          "input-file",
          "dump-input",
          "dump-input-filter",
          "dump-input-context");

  /** Switches that all of LLVM's tools have; here they are read and change nothing. */
  static final List<String> INHERITED_SWITCHES =
      List.of(
          "debug-counter-break-on-last",
          "disable-symbolication",
          "print-all-options",
          "print-debug-counter",
          "print-options",
          "sort-timers",
          "stats",
          "stats-json",
          "track-memory",
          "treat-scalable-fixed-error-as-warning");

  /** Flags with a value that all of LLVM's tools have; here they are read and change nothing. */
  static final List<String> INHERITED_VALUED =
      List.of("crash-diagnostics-dir", "debug-counter", "info-output-file", "rng-seed");

  /** The flags that only show help. */
  static final List<String> HELP =
      List.of("help", "h", "help-hidden", "help-list", "help-list-hidden");

  private static final List<String> SWITCHES =
      List.of(
          "v",
          "vv",
          "D",
          "allow-deprecated-dag-overlap",
          "allow-empty",
          "allow-unused-prefixes",
          "color",
          "enable-var-scope",
          "explain",
          "ignore-case",
          "match-full-lines",
          "strict-directives",
          "strict-whitespace");

  private FlagNames() {}

  /** {@return the flag as it is written, with one dash before a single letter} */
  static String dashed(String name) {
    return (name.length() > 1 ? "--" : "-") + name;
  }

  /**
   * {@return the flag that is spelled most alike, with the value that was given}
   *
   * @param body the argument without its dashes
   */
  static String nearest(String body) {
    int equal = body.indexOf('=');
    String given = equal < 0 ? body : body.substring(0, equal);
    String value = equal < 0 || equal + 1 == body.length() ? "" : body.substring(equal);
    String best = "";
    int bestDistance = Integer.MAX_VALUE;
    List<String> names =
        Stream.of(SWITCHES, VALUED, HELP, INHERITED_SWITCHES, INHERITED_VALUED)
            .flatMap(List::stream)
            .toList();
    for (String name : names) {
      boolean takesValue = !HELP.contains(name);
      int distance = EditDistance.of(name, takesValue ? given : body);
      if (distance < bestDistance) {
        best = name + (takesValue ? value : "");
        bestDistance = distance;
      }
    }
    return dashed(best);
  }
}
