package org.qopt.parser.qir;

/** How far the reader goes along with a text; far beyond any program, short of exhaustion. */
final class Limits {
  /** How deep brackets and regions may be nested. The reader is recursive; the stack is not. */
  static final int NESTING = 256;

  /** How many characters a type may have once its aliases are replaced by what they stand for. */
  static final int EXPANDED_TEXT = 1 << 20;

  /** How many aliases, and aliases of those, one alias may stand for. */
  static final int ALIAS_WEIGHT = 10_000;

  /** After how many errors the reader stops. */
  static final int ERRORS = 20;

  private Limits() {}
}
