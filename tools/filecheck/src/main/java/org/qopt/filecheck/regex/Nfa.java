package org.qopt.filecheck.regex;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * A nondeterministic automaton: instructions that read a byte, fork, or check the place.
 *
 * @param operations what each instruction does
 * @param first its successor
 * @param second the other successor of a fork
 * @param sets the bytes that a reading instruction accepts
 * @param anchors what a checking instruction checks
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

  /** Most sets hold one byte; they share their tables. */
  private static final boolean[][] SINGLE_BYTES = singleBytes();

  /** More instructions than any sensible expression needs. */
  private static final int MAX_SIZE = 100_000;

  static Nfa of(Node root, boolean ignoreCase) throws RegexSyntaxException {
    Builder builder = new Builder(ignoreCase);
    builder.build(root);
    builder.emit(Operation.MATCH);
    return builder.finish();
  }

  private static boolean[][] singleBytes() {
    boolean[][] tables = new boolean[ByteSets.SIZE][];
    for (int b = 0; b < ByteSets.SIZE; b++) {
      tables[b] = ByteSets.table(ByteSets.of((char) b));
    }
    return tables;
  }

  int size() {
    return operations.length;
  }

  /** Writes the instructions of a tree one after another; each goes on to the next by default. */
  private static final class Builder {
    private final boolean ignoreCase;
    private int size;
    private boolean crossesLines;
    private Operation[] operations = new Operation[32];
    private int[] first = new int[32];
    private int[] second = new int[32];
    private boolean[][] sets = new boolean[32][];
    private Node.Anchor[] anchors = new Node.Anchor[32];

    Builder(boolean ignoreCase) {
      this.ignoreCase = ignoreCase;
    }

    int emit(Operation operation) throws RegexSyntaxException {
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

    void build(Node node) throws RegexSyntaxException {
      switch (node) {
        case Node.Bytes(BitSet set) -> {
          int read = emit(Operation.READ);
          sets[read] = table(set);
        }
        case Node.Anchor anchor -> {
          int check = emit(Operation.CHECK);
          anchors[check] = anchor;
        }
        case Node.Group(int _, Node body) -> build(body);
        case Node.Sequence(var parts) -> {
          for (Node part : parts) {
            build(part);
          }
        }
        case Node.Choice(var alternatives) -> buildChoice(alternatives);
        case Node.Repeat repeat -> buildRepeat(repeat);
        case Node.BackReference _ ->
            throw new IllegalArgumentException("an automaton remembers nothing");
      }
    }

    private boolean[] table(BitSet set) {
      BitSet accepted = ignoreCase ? ByteSets.ignoringCase(set) : set;
      crossesLines |= accepted.get('\n');
      return accepted.cardinality() == 1
          ? SINGLE_BYTES[accepted.nextSetBit(0)]
          : ByteSets.table(accepted);
    }

    private void buildChoice(List<Node> alternatives) throws RegexSyntaxException {
      int[] ends = new int[alternatives.size()];
      for (int i = 0; i < alternatives.size() - 1; i++) {
        int fork = emit(Operation.FORK);
        build(alternatives.get(i));
        ends[i] = emit(Operation.FORK);
        second[fork] = size;
      }
      build(alternatives.getLast());
      for (int i = 0; i < alternatives.size() - 1; i++) {
        first[ends[i]] = size;
        second[ends[i]] = size;
      }
    }

    private void buildRepeat(Node.Repeat repeat) throws RegexSyntaxException {
      for (int i = 0; i < repeat.min(); i++) {
        build(repeat.body());
      }
      if (repeat.max() == Node.Repeat.UNBOUNDED) {
        int fork = emit(Operation.FORK);
        build(repeat.body());
        int back = emit(Operation.FORK);
        first[back] = fork;
        second[back] = fork;
        second[fork] = size;
        return;
      }
      int[] forks = new int[repeat.max() - repeat.min()];
      for (int i = 0; i < forks.length; i++) {
        forks[i] = emit(Operation.FORK);
        build(repeat.body());
      }
      for (int fork : forks) {
        second[fork] = size;
      }
    }

    Nfa finish() {
      BitSet bytes = firstBytes();
      return new Nfa(
          Arrays.copyOf(operations, size),
          Arrays.copyOf(first, size),
          Arrays.copyOf(second, size),
          Arrays.copyOf(sets, size),
          Arrays.copyOf(anchors, size),
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
}
