package org.qopt.filecheck.regex;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds what the groups of a known match hold, by POSIX's rule: of two neighbours, the left one
 * takes as much as it can.
 */
final class Submatches {
  private final byte[] text;
  private final int regionStart;
  private final int regionEnd;
  private final int[] bounds;
  private final Expression expression;

  private Submatches(
      Expression expression, byte[] text, int regionStart, int regionEnd, int[] bounds) {
    this.expression = expression;
    this.text = text;
    this.regionStart = regionStart;
    this.regionEnd = regionEnd;
    this.bounds = bounds;
  }

  /** An expression and the automata of its parts, kept from match to match. */
  static final class Expression {
    private final Node root;
    private final int groups;
    private final boolean ignoreCase;
    private final Map<Node, Nfa> automata = new IdentityHashMap<>();
    private final Map<Node, List<Step>> steps = new IdentityHashMap<>();

    Expression(Node root, int groups, boolean ignoreCase) {
      this.root = root;
      this.groups = groups;
      this.ignoreCase = ignoreCase;
    }

    Nfa automaton(Node node) throws RegexSyntaxException {
      Nfa automaton = automata.get(node);
      if (automaton == null) {
        automaton = Nfa.of(node, ignoreCase);
        automata.put(node, automaton);
      }
      return automaton;
    }

    List<Step> steps(Node.Sequence sequence) {
      List<Step> known = steps.get(sequence);
      if (known == null) {
        known = split(merge(sequence.parts()));
        steps.put(sequence, known);
      }
      return known;
    }

    private static List<Step> split(List<Node> parts) {
      List<Step> result = new ArrayList<>();
      for (int i = 0; i < parts.size(); i++) {
        Node rest = new Node.Sequence(parts.subList(i + 1, parts.size()));
        result.add(new Step(parts.get(i), rest));
      }
      return result;
    }
  }

  /** A part of a sequence, and all parts after it. */
  private record Step(Node part, Node rest) {}

  /** {@return the bounds of the match from {@code start} to {@code end} and of its groups} */
  static int[] find(
      Expression expression, byte[] text, int regionStart, int regionEnd, int start, int end)
      throws RegexSyntaxException {
    int[] bounds = new int[2 * (expression.groups + 1)];
    Arrays.fill(bounds, -1);
    bounds[0] = start;
    bounds[1] = end;
    new Submatches(expression, text, regionStart, regionEnd, bounds)
        .dissect(expression.root, start, end);
    return bounds;
  }

  private void dissect(Node node, int start, int end) throws RegexSyntaxException {
    if (!node.hasGroups()) {
      return;
    }
    // No pattern switch: the first one to be linked takes longer than a small check.
    if (node instanceof Node.Group group) {
      bounds[2 * group.number()] = start;
      bounds[2 * group.number() + 1] = end;
      dissect(group.body(), start, end);
    } else if (node instanceof Node.Choice choice) {
      dissectChoice(choice, start, end);
    } else if (node instanceof Node.Sequence sequence) {
      dissectSequence(sequence, start, end);
    } else if (node instanceof Node.Repeat repeat) {
      dissectRepeat(repeat, start, end);
    }
  }

  private void dissectChoice(Node.Choice choice, int start, int end) throws RegexSyntaxException {
    for (Node alternative : choice.alternatives()) {
      if (matches(alternative, start, end)) {
        dissect(alternative, start, end);
        return;
      }
    }
  }

  /** Joins neighbours without groups, since nobody asks where one ends and the next begins. */
  private static List<Node> merge(List<Node> parts) {
    List<Node> merged = new ArrayList<>();
    for (int i = 0; i < parts.size(); ) {
      int end = i + 1;
      if (!parts.get(i).hasGroups()) {
        while (end < parts.size() && !parts.get(end).hasGroups()) {
          end++;
        }
      }
      merged.add(end == i + 1 ? parts.get(i) : new Node.Sequence(parts.subList(i, end)));
      i = end;
    }
    return merged;
  }

  private void dissectSequence(Node.Sequence sequence, int start, int end)
      throws RegexSyntaxException {
    int at = start;
    List<Step> steps = expression.steps(sequence);
    for (Step step : steps) {
      int next = end;
      if (step != steps.getLast()) {
        BitSet lengths = lengths(step.part(), at, end);
        next = Math.max(at, at + lengths.previousSetBit(end - at));
        while (next > at && !matches(step.rest(), next, end)) {
          next = Math.max(at, at + lengths.previousSetBit(next - at - 1));
        }
      }
      dissect(step.part(), at, next);
      at = next;
    }
  }

  /** Follows the repetitions, each as long as it can be; the last one is what a group holds. */
  private void dissectRepeat(Node.Repeat repeat, int start, int end) throws RegexSyntaxException {
    int last = start;
    int at = start;
    while (at < end) {
      int next = at + lengths(repeat.body(), at, end).previousSetBit(end - at);
      if (next <= at) {
        break;
      }
      last = at;
      at = next;
    }
    if (at == end && matches(repeat.body(), last, end)) {
      dissect(repeat.body(), last, end);
    }
  }

  private boolean matches(Node node, int start, int end) throws RegexSyntaxException {
    return lengths(node, start, end).get(end - start);
  }

  private BitSet lengths(Node node, int start, int limit) throws RegexSyntaxException {
    return new NfaRun(expression.automaton(node), text, regionStart, regionEnd)
        .lengths(start, limit);
  }
}
