package org.qopt.target.c;

import com.google.common.collect.ImmutableList;

/** Where the elements of a value are. */
sealed interface Place {
  /**
   * In what the caller gives.
   *
   * @param index which input
   */
  record Input(int index) implements Place {}

  /**
   * In what the caller takes.
   *
   * @param index which output
   */
  record Output(int index) implements Place {}

  /** In constants. */
  record Constant() implements Place {}

  /**
   * In the arena.
   *
   * @param offsets where each of the value's arrays begins, in bytes
   */
  record Arena(ImmutableList<Long> offsets) implements Place {}
}
