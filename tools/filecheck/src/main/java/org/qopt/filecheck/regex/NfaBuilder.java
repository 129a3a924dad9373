package org.qopt.filecheck.regex;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.qopt.filecheck.regex.Nfa.Operation;

/** Writes the instructions of a tree one after another; each goes on to the next by default. */
final class NfaBuilder {
  /** Most sets hold one byte; they share their tables. */
  private static final boolean[][] SINGLE_BYTES = new boolean[ByteSets.SIZE][];

  /** More instructions than any sensible expression needs. */
  private static final int MAX_SIZE = 1_000_000;

  private final boolean ignoreCase;
  private int size;
  private boolean crossesLines;
  private boolean hasWordAnchors;
  private Operation[] operations = new Operation[32];
  private int[] first = new int[32];
  private int[] second = new int[32];
  private boolean[][] sets = new boolean[32][];
  private Node.Anchor[] anchors = new Node.Anchor[32];

  NfaBuilder(boolean ignoreCase) {
    this.ignoreCase = ignoreCase;
  }

  private int emit(Operation operation) throws RegexSyntaxException {
    if (size == MAX_SIZE) {
      throw new RegexSyntaxException("out of memory");
    }
    if (size == operations.length) {
      operations = Arrays.copyOf(operations, 2 * size);
      first = Arrays.copyOf(first, 2 * size);
      second = Arrays.copyOf(second, 2 * size);
      sets = Arrays.copyOf(sets, 2 * size);
      anchors = Arrays.copyOf(anchors, 2 * size);
    }
    operations[size] = operation;
    first[size] = size + 1;
    second[size] = size + 1;
    return size++;
  }

  /** Reads one byte of a set. */
  void read(BitSet set) throws RegexSyntaxException {
    int read = emit(Operation.READ);
    sets[read] = table(set);
  }

  /** Goes on only at certain places. */
  void check(Node.Anchor anchor) throws RegexSyntaxException {
    int check = emit(Operation.CHECK);
    anchors[check] = anchor;
    hasWordAnchors |= anchor.isOfWords();
  }

  private boolean[] table(BitSet set) {
    BitSet accepted = ignoreCase ? ByteSets.ignoringCase(set) : set;
    crossesLines |= accepted.get('\n');
    if (accepted.cardinality() != 1) {
      return ByteSets.table(accepted);
    }
    int only = accepted.nextSetBit(0);
    boolean[] known = SINGLE_BYTES[only];
    if (known == null) {
      // Several threads may come here at once; all of them make the same table.
      known = ByteSets.table(accepted);
      SINGLE_BYTES[only] = known;
    }
    return known;
  }

  /** Goes on with one of the alternatives. */
  void choose(List<Node> alternatives) throws RegexSyntaxException {
    int[] ends = new int[alternatives.size()];
    for (int i = 0; i < alternatives.size() - 1; i++) {
      int fork = emit(Operation.FORK);
      alternatives.get(i).emit(this);
      ends[i] = emit(Operation.FORK);
      second[fork] = size;
    }
    alternatives.getLast().emit(this);
    for (int i = 0; i < alternatives.size() - 1; i++) {
      first[ends[i]] = size;
      second[ends[i]] = size;
    }
  }

  /** Repeats a body. */
  void repeat(Node.Repeat repeat) throws RegexSyntaxException {
    for (int i = 0; i < repeat.min(); i++) {
      repeat.body().emit(this);
    }
    if (repeat.max() == Node.Repeat.UNBOUNDED) {
      int fork = emit(Operation.FORK);
      repeat.body().emit(this);
      int back = emit(Operation.FORK);
      first[back] = fork;
      second[back] = fork;
      second[fork] = size;
      return;
    }
    int[] forks = new int[repeat.max() - repeat.min()];
    for (int i = 0; i < forks.length; i++) {
      forks[i] = emit(Operation.FORK);
      repeat.body().emit(this);
    }
    for (int fork : forks) {
      second[fork] = size;
    }
  }

  /** {@return the automaton, which ends here} */
  Nfa finish() throws RegexSyntaxException {
    emit(Operation.MATCH);
    BitSet bytes = firstBytes();
    return new Nfa(
        Arrays.copyOf(operations, size),
        Arrays.copyOf(first, size),
        Arrays.copyOf(second, size),
        Arrays.copyOf(sets, size),
        Arrays.copyOf(anchors, size),
        hasWordAnchors,
        ByteSets.table(bytes),
        bytes.isEmpty(),
        crossesLines);
  }

  private BitSet firstBytes() {
    BitSet bytes = new BitSet(ByteSets.SIZE);
    BitSet seen = new BitSet(size);
    int[] stack = new int[2 * size + 2];
    int depth = 1;
    while (depth > 0) {
      int at = stack[--depth];
      if (seen.get(at)) {
        continue;
      }
      seen.set(at);
      switch (operations[at]) {
        case MATCH -> {
          return new BitSet();
        }
        case READ -> {
          for (int b = 0; b < ByteSets.SIZE; b++) {
            if (sets[at][b]) {
              bytes.set(b);
            }
          }
        }
        case CHECK -> stack[depth++] = first[at];
        case FORK -> {
          stack[depth++] = second[at];
          stack[depth++] = first[at];
        }
      }
    }
    return bytes;
  }
}
