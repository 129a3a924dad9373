package org.qopt.lit.update;

import java.util.Optional;

/**
 * A line of a section that takes the place of an old one.
 *
 * @param index the line of the file that stays or is replaced, or none for one that is new
 * @param text the line
 */
record WrittenLine(Optional<Integer> index, String text) {
  static WrittenLine kept(CheckLine old) {
    return new WrittenLine(Optional.of(old.index()), old.text());
  }

  static WrittenLine changed(CheckLine old, String pattern) {
    return new WrittenLine(Optional.of(old.index()), old.withPattern(old.kind(), pattern));
  }
}
