package org.qopt.filecheck.regex;

import java.util.BitSet;
import java.util.List;

/**
 * The syntax tree of a POSIX extended regular expression over bytes.
 *
 * <p>What each start of the program asks of a tree is a method, since the first pattern switch that
 * is linked takes longer than a small check.
 */
sealed interface Node {
  /** {@return whether there is a group in this tree} */
  boolean hasGroups();

  /** {@return whether there is a back reference in this tree} */
  boolean hasBackReference();

  /** Writes the instructions of this tree, after which the next ones follow. */
  void emit(NfaBuilder builder) throws RegexSyntaxException;

  /** Matches one byte of a set. */
  record Bytes(BitSet set) implements Node {
    @Override
    public boolean hasGroups() {
      return false;
    }

    @Override
    public boolean hasBackReference() {
      return false;
    }

    @Override
    public void emit(NfaBuilder builder) throws RegexSyntaxException {
      builder.read(set);
    }
  }

  /** Matches all parts, one after another. */
  record Sequence(List<Node> parts) implements Node {
    @Override
    public boolean hasGroups() {
      return anyHasGroups(parts);
    }

    @Override
    public boolean hasBackReference() {
      return anyHasBackReference(parts);
    }

    @Override
    public void emit(NfaBuilder builder) throws RegexSyntaxException {
      for (Node part : parts) {
        part.emit(builder);
      }
    }
  }

  /** Matches one of the alternatives. */
  record Choice(List<Node> alternatives) implements Node {
    @Override
    public boolean hasGroups() {
      return anyHasGroups(alternatives);
    }

    @Override
    public boolean hasBackReference() {
      return anyHasBackReference(alternatives);
    }

    @Override
    public void emit(NfaBuilder builder) throws RegexSyntaxException {
      builder.choose(alternatives);
    }
  }

  /**
   * Matches the body several times in a row.
   *
   * @param max the greatest number of times, or {@link #UNBOUNDED}
   */
  record Repeat(Node body, int min, int max) implements Node {
    static final int UNBOUNDED = -1;

    @Override
    public boolean hasGroups() {
      return body.hasGroups();
    }

    @Override
    public boolean hasBackReference() {
      return body.hasBackReference();
    }

    @Override
    public void emit(NfaBuilder builder) throws RegexSyntaxException {
      builder.repeat(this);
    }
  }

  /** Matches the body and remembers where. */
  record Group(int number, Node body) implements Node {
    @Override
    public boolean hasGroups() {
      return true;
    }

    @Override
    public boolean hasBackReference() {
      return body.hasBackReference();
    }

    @Override
    public void emit(NfaBuilder builder) throws RegexSyntaxException {
      body.emit(builder);
    }
  }

  /**
   * Matches what the group matched. As regcomp's does, it stands for a copy of the group, too: what
   * it matches is something that the group could have matched here.
   *
   * @param group the number of the group
   * @param copy what the group holds
   */
  record BackReference(int group, Node copy) implements Node {
    @Override
    public boolean hasGroups() {
      return false;
    }

    @Override
    public boolean hasBackReference() {
      return true;
    }

    @Override
    public void emit(NfaBuilder builder) throws RegexSyntaxException {
      copy.emit(builder);
    }
  }

  /** Matches the empty text at certain places. */
  enum Anchor implements Node {
    LINE_START,
    LINE_END,
    WORD_START,
    WORD_END,
    /** As {@link NumberPlaces#canBegin} says. */
    NUMBER_START,
    /** As {@link NumberPlaces#canEnd} says. */
    NUMBER_END;

    boolean isOfWords() {
      return this == WORD_START || this == WORD_END;
    }

    /** {@return whether LLVM's regexec knows it, too} */
    boolean isOfRegexec() {
      return this != NUMBER_START && this != NUMBER_END;
    }

    @Override
    public boolean hasGroups() {
      return false;
    }

    @Override
    public boolean hasBackReference() {
      return false;
    }

    @Override
    public void emit(NfaBuilder builder) throws RegexSyntaxException {
      builder.check(this);
    }
  }

  private static boolean anyHasGroups(List<Node> nodes) {
    for (Node node : nodes) {
      if (node.hasGroups()) {
        return true;
      }
    }
    return false;
  }

  private static boolean anyHasBackReference(List<Node> nodes) {
    for (Node node : nodes) {
      if (node.hasBackReference()) {
        return true;
      }
    }
    return false;
  }
}
