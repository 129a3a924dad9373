package org.qopt.filecheck;

import java.util.List;

/**
 * Explains token by token what a pattern and the line that it was probably meant for have not in
 * common.
 */
final class Explanation {
  /** Longer patterns and lines would take too long, and nobody would read what comes of them. */
  private static final int MOST_TOKENS = 80;

  private static final int MOST_NOTES = 5;

  private Explanation() {}

  /**
   * {@return notes on the differences}
   *
   * @param at the place that the pattern was probably meant for
   * @param end where the searched region ends
   */
  static List<Diagnostic> of(
      Pattern pattern, Variables variables, SourceText input, int at, int end) {
    List<Token> wanted = Tokenizer.ofPattern(pattern, variables);
    int lineEnd = Math.min(input.lineEnd(at), end);
    List<Token> found = Tokenizer.ofInput(input.span(Math.min(at, lineEnd), lineEnd));
    if (found.isEmpty() || wanted.size() > MOST_TOKENS || found.size() > MOST_TOKENS) {
      return List.of();
    }
    List<Diagnostic> notes = TokenAlignment.differences(input, wanted, found);
    // Where most is different, the guess was wrong.
    return notes.size() > MOST_NOTES ? List.of() : notes;
  }
}
