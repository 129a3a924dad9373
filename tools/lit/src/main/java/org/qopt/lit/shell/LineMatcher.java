package org.qopt.lit.shell;

import com.google.common.collect.ImmutableList;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds what two lists of lines have in common, as Ratcliff and Obershelp do: the longest common
 * run first, then those on both sides of it. Lines that occur very often do not begin a run.
 */
final class LineMatcher {
  private static final int FEW_LINES = 200;

  private final List<String> left;
  private final List<String> right;
  private final Map<String, List<Integer>> places = new HashMap<>();

  private LineMatcher(List<String> left, List<String> right) {
    this.left = left;
    this.right = right;
    for (int i = 0; i < right.size(); i++) {
      places.computeIfAbsent(right.get(i), _ -> new ArrayList<>()).add(i);
    }
    if (right.size() >= FEW_LINES) {
      int often = right.size() / 100 + 1;
      places.values().removeIf(found -> found.size() > often);
    }
  }

  /** How lines of one list became lines of the other. */
  enum Kind {
    EQUAL,
    DELETE,
    INSERT,
    REPLACE
  }

  /**
   * Lines from {@code left} to {@code leftEnd} became those from {@code right} to the end there.
   */
  record Change(Kind kind, int left, int leftEnd, int right, int rightEnd) {}

  /** Lines that both lists have. */
  private record Block(int left, int right, int size) {}

  static ImmutableList<Change> changes(List<String> left, List<String> right) {
    ImmutableList.Builder<Change> changes = ImmutableList.builder();
    int i = 0;
    int j = 0;
    for (Block block : new LineMatcher(left, right).blocks()) {
      if (i < block.left() || j < block.right()) {
        Kind kind =
            i == block.left() ? Kind.INSERT : j == block.right() ? Kind.DELETE : Kind.REPLACE;
        changes.add(new Change(kind, i, block.left(), j, block.right()));
      }
      i = block.left() + block.size();
      j = block.right() + block.size();
      if (block.size() > 0) {
        changes.add(new Change(Kind.EQUAL, block.left(), i, block.right(), j));
      }
    }
    return changes.build();
  }

  /** {@return the common runs in order, neighbours joined, and an empty one at the end} */
  private List<Block> blocks() {
    Deque<Change> open = new ArrayDeque<>();
    List<Block> found = new ArrayList<>();
    open.push(new Change(Kind.REPLACE, 0, left.size(), 0, right.size()));
    while (!open.isEmpty()) {
      Change range = open.pop();
      Block block = longest(range);
      if (block.size() == 0) {
        continue;
      }
      found.add(block);
      int leftEnd = block.left() + block.size();
      int rightEnd = block.right() + block.size();
      open.push(new Change(Kind.REPLACE, range.left(), block.left(), range.right(), block.right()));
      open.push(new Change(Kind.REPLACE, leftEnd, range.leftEnd(), rightEnd, range.rightEnd()));
    }
    found.sort(Comparator.comparingInt(Block::left));
    List<Block> joined = new ArrayList<>();
    for (Block block : found) {
      Block last = joined.isEmpty() ? new Block(0, 0, 0) : joined.getLast();
      if (last.left() + last.size() == block.left()
          && last.right() + last.size() == block.right()) {
        if (!joined.isEmpty()) {
          joined.removeLast();
        }
        joined.add(new Block(last.left(), last.right(), last.size() + block.size()));
      } else {
        joined.add(block);
      }
    }
    joined.add(new Block(left.size(), right.size(), 0));
    return joined;
  }

  private Block longest(Change range) {
    Block best = new Block(range.left(), range.right(), 0);
    Map<Integer, Integer> lengths = Map.of();
    for (int i = range.left(); i < range.leftEnd(); i++) {
      Map<Integer, Integer> next = new HashMap<>();
      for (int j : places.getOrDefault(left.get(i), List.of())) {
        if (j >= range.rightEnd()) {
          break;
        }
        if (j >= range.right()) {
          int length = lengths.getOrDefault(j - 1, 0) + 1;
          next.put(j, length);
          if (length > best.size()) {
            best = new Block(i - length + 1, j - length + 1, length);
          }
        }
      }
      lengths = next;
    }
    return extended(best, range);
  }

  /** Adds the lines around a run that are equal although they occur too often to begin one. */
  private Block extended(Block block, Change range) {
    int i = block.left();
    int j = block.right();
    int size = block.size();
    while (i > range.left() && j > range.right() && left.get(i - 1).equals(right.get(j - 1))) {
      i--;
      j--;
      size++;
    }
    while (i + size < range.leftEnd()
        && j + size < range.rightEnd()
        && left.get(i + size).equals(right.get(j + size))) {
      size++;
    }
    return new Block(i, j, size);
  }
}
