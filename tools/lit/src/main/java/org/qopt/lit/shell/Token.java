package org.qopt.lit.shell;

/** A word or an operator of a command line. */
sealed interface Token {
  /** A word. */
  record OfWord(Word word) implements Token {}

  /**
   * {@code |}, {@code &&}, {@code ||}, {@code ;}, or a redirection.
   *
   * @param text the operator
   * @param descriptor the digits before a redirection, or -1
   */
  record Operator(String text, int descriptor) implements Token {}
}
