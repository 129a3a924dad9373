package org.qopt.filecheck.regex;

import java.util.BitSet;

/**
 * Runs an automaton over a region of a text, all its threads at once: the time is linear in the
 * region, whatever the expression.
 */
final class NfaRun {
  private final Nfa nfa;
  private final byte[] text;
  private final int regionStart;
  private final int regionEnd;

  /** The reading instructions of the threads, those that began first in front. */
  private int[] threads;

  private int[] starts;
  private int count;
  private int[] nextThreads;
  private int[] nextStarts;
  private int nextCount;

  /** The position, plus one, at which each instruction was last reached. */
  private final int[] reached;

  /** The same for what was reached beyond an anchor of words. */
  private final int[] reachedBeyondWord;

  /** Instructions to go on from; those beyond an anchor of words as their complement. */
  private final int[] stack;

  private int searchEnd;
  private int matchStart = -1;
  private int matchEnd = -1;

  /** The lengths of the matches that {@link #lengths} asks for. */
  private final BitSet lengths = new BitSet();

  private boolean collectsLengths;

  NfaRun(Nfa nfa, byte[] text, int regionStart, int regionEnd) {
    this.nfa = nfa;
    this.text = text;
    this.regionStart = regionStart;
    this.regionEnd = regionEnd;
    int size = nfa.size();
    this.threads = new int[size];
    this.starts = new int[size];
    this.nextThreads = new int[size];
    this.nextStarts = new int[size];
    this.reached = new int[size];
    this.reachedBeyondWord = nfa.hasWordAnchors() ? new int[size] : reached;
    this.stack = new int[4 * size + 2];
  }

  /** Finds the longest of the leftmost matches in the region; returns whether there is one. */
  boolean search() {
    return search(regionStart, regionEnd);
  }

  /** As the other, for matches that lie in a part of the region. */
  boolean search(int from, int to) {
    searchEnd = to;
    int at = from;
    while (true) {
      if (count == 0) {
        if (matchStart >= 0) {
          return true;
        }
        at = skipTo(at);
        if (at < 0) {
          return false;
        }
      }
      if (matchStart < 0 && canBegin(at)) {
        // Later threads come last, so that an instruction keeps its earliest thread.
        exchange();
        follow(0, at, at);
        exchange();
      }
      if (at == searchEnd) {
        return matchStart >= 0;
      }
      step(at++);
    }
  }

  int matchStart() {
    return matchStart;
  }

  int matchEnd() {
    return matchEnd;
  }

  /** {@return how long a match that begins at {@code start} can be, if it ends by a limit} */
  BitSet lengths(int start, int limit) {
    collectsLengths = true;
    nextCount = 0;
    follow(0, start, start);
    exchange();
    for (int at = start; at < limit && count > 0; at++) {
      step(at);
    }
    return lengths;
  }

  /** {@return the next offset at which a match can begin, or -1} */
  private int skipTo(int from) {
    if (nfa.matchesEmpty()) {
      return from;
    }
    boolean[] firstBytes = nfa.firstBytes();
    for (int at = from; at < searchEnd; at++) {
      if (firstBytes[text[at] & 0xff]) {
        return at;
      }
    }
    return -1;
  }

  private void step(int at) {
    int c = text[at] & 0xff;
    nextCount = 0;
    for (int i = 0; i < count; i++) {
      if (matchStart >= 0 && starts[i] > matchStart) {
        break;
      }
      boolean[] set = nfa.sets()[threads[i]];
      if (set[c]) {
        follow(nfa.first()[threads[i]], starts[i], at + 1);
      }
    }
    exchange();
  }

  private boolean canBegin(int at) {
    return nfa.matchesEmpty() || at < searchEnd && nfa.firstBytes()[text[at] & 0xff];
  }

  private void exchange() {
    int oldCount = count;
    int[] oldThreads = threads;
    int[] oldStarts = starts;
    threads = nextThreads;
    starts = nextStarts;
    count = nextCount;
    nextThreads = oldThreads;
    nextStarts = oldStarts;
    nextCount = oldCount;
  }

  /**
   * Goes on from an instruction to all that read, without reading. At one place, regexec looks for
   * words once and after it has looked for lines: {@code [[:>:]]$} matches nowhere.
   */
  private void follow(int instruction, int start, int at) {
    int depth = 0;
    stack[depth++] = instruction;
    while (depth > 0) {
      int entry = stack[--depth];
      boolean beyondWord = entry < 0;
      int current = beyondWord ? ~entry : entry;
      if (reached[current] == at + 1 || beyondWord && reachedBeyondWord[current] == at + 1) {
        continue;
      }
      boolean known = reachedBeyondWord[current] == at + 1;
      (beyondWord ? reachedBeyondWord : reached)[current] = at + 1;
      switch (nfa.operations()[current]) {
        case READ -> {
          if (!known) {
            nextThreads[nextCount] = current;
            nextStarts[nextCount++] = start;
          }
        }
        case FORK -> {
          int second = nfa.second()[current];
          int first = nfa.first()[current];
          stack[depth++] = beyondWord ? ~second : second;
          stack[depth++] = beyondWord ? ~first : first;
        }
        case CHECK -> {
          Node.Anchor anchor = nfa.anchors()[current];
          if (!(beyondWord && anchor.isOfRegexec()) && holds(anchor, at)) {
            int first = nfa.first()[current];
            stack[depth++] = beyondWord || anchor.isOfWords() ? ~first : first;
          }
        }
        case MATCH -> accept(start, at);
      }
    }
  }

  private void accept(int start, int at) {
    if (collectsLengths) {
      lengths.set(at - start);
    }
    if (matchStart < 0 || start <= matchStart) {
      matchStart = start;
      matchEnd = at;
    }
  }

  private boolean holds(Node.Anchor anchor, int at) {
    boolean wordBefore = at > regionStart && isWord(text[at - 1]);
    boolean wordAfter = at < regionEnd && isWord(text[at]);
    return switch (anchor) {
      case LINE_START -> at == regionStart || text[at - 1] == '\n';
      case LINE_END -> at == regionEnd || text[at] == '\n';
      case WORD_START -> !wordBefore && wordAfter;
      case WORD_END -> wordBefore && !wordAfter;
      case NUMBER_START -> NumberPlaces.canBegin(text, regionStart, at);
      case NUMBER_END -> NumberPlaces.canEnd(text, regionEnd, at);
    };
  }

  private static boolean isWord(byte b) {
    return b == '_' || b >= 0 && Character.isLetterOrDigit((char) b);
  }
}
