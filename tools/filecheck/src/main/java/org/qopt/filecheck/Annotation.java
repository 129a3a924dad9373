package org.qopt.filecheck;

import java.util.Optional;

/**
 * What the input dump shows about one directive at one place of the input.
 *
 * @param directive the directive
 * @param check where it stands in the check file
 * @param outcome what happened
 * @param input the match, or the region that was searched
 * @param note what a further line says; absent for the outcome itself
 */
record Annotation(
    Directive directive, Span check, Outcome outcome, Span input, Optional<String> note) {
  /** What happened to a directive. */
  enum Outcome {
    FOUND_AND_EXPECTED,
    FOUND_BUT_EXCLUDED,
    FOUND_BUT_WRONG_LINE,
    FOUND_BUT_DISCARDED,
    NONE_AND_EXCLUDED,
    NONE_BUT_EXPECTED,
    NONE_FOR_INVALID_PATTERN,
    FUZZY
  }

  Annotation withOutcome(Outcome other) {
    return new Annotation(directive, check, other, input, note);
  }
}
