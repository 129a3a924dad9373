package org.qopt.filecheck;

import java.util.List;

/** What came of looking for a pattern. */
sealed interface MatchResult {
  /**
   * The pattern matched.
   *
   * @param place where, in the input
   * @param captures where the variables that it defines got their values, in input order
   */
  record Found(Span place, List<Capture> captures) implements MatchResult {}

  /** A variable and the text it was set to. */
  record Capture(String name, Span place) {}

  /** The pattern is nowhere. */
  record NotFound() implements MatchResult {}

  /** The pattern has no meaning here, for instance because a variable is undefined. */
  record Invalid(List<Diagnostic> errors) implements MatchResult {}
}
