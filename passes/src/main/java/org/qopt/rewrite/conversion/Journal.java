package org.qopt.rewrite.conversion;

import java.util.ArrayDeque;
import java.util.Deque;

/** What was changed, step by step, so that it can be taken back from the end. */
final class Journal {
  private final Deque<Runnable> undos = new ArrayDeque<>();

  /** Adds a step that was done, by what undoes it. */
  void record(Runnable undo) {
    undos.push(undo);
  }

  /** {@return a mark for {@link #rollback}: the state as it is now} */
  int mark() {
    return undos.size();
  }

  /** Takes back everything that was done since {@code mark}. */
  void rollback(int mark) {
    while (undos.size() > mark) {
      undos.pop().run();
    }
  }
}
