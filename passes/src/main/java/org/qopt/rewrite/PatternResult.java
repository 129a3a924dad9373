package org.qopt.rewrite;

/** What came of applying a pattern to an operation. */
public sealed interface PatternResult {
  /** The program was changed. */
  record Rewritten() implements PatternResult {}

  /**
   * The program was left as it was.
   *
   * @param reason why, as the end of "does not apply: ..."
   */
  record NoMatch(String reason) implements PatternResult {}

  /** The program was changed. */
  PatternResult REWRITTEN = new Rewritten();

  /** {@return that the program was left as it was, for this reason} */
  static PatternResult noMatch(String reason) {
    return new NoMatch(reason);
  }
}
