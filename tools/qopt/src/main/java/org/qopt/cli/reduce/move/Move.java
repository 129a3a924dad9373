package org.qopt.cli.reduce.move;

import java.util.List;

/**
 * One way to make programs smaller. What an edit has done it does not offer again, so that applying
 * edits comes to an end.
 */
public interface Move {
  /** {@return what it does, as a word or two for people who watch} */
  String name();

  /**
   * {@return what could be done to {@code draft}, each on its own or together with others; of two
   * copies of one program in the same order}
   */
  List<Edit> edits(Draft draft);
}
