package org.qopt.filecheck.regex;

/**
 * A nondeterministic automaton: instructions that read a byte, fork, or check the place.
 *
 * @param operations what each instruction does
 * @param first its successor
 * @param second the other successor of a fork
 * @param sets the bytes that a reading instruction accepts
 * @param anchors what a checking instruction checks
 * @param hasWordAnchors whether one of them is of words
 * @param firstBytes the bytes with which a match can begin, unless it can be empty
 * @param matchesEmpty whether a match can be empty
 * @param crossesLines whether a match can hold a newline
 */
record Nfa(
    Operation[] operations,
    int[] first,
    int[] second,
    boolean[][] sets,
    Node.Anchor[] anchors,
    boolean hasWordAnchors,
    boolean[] firstBytes,
    boolean matchesEmpty,
    boolean crossesLines) {

  /** What an instruction does. */
  enum Operation {
    READ,
    FORK,
    CHECK,
    MATCH
  }

  static Nfa of(Node root, boolean ignoreCase) throws RegexSyntaxException {
    NfaBuilder builder = new NfaBuilder(ignoreCase);
    root.emit(builder);
    return builder.finish();
  }

  int size() {
    return operations.length;
  }
}
