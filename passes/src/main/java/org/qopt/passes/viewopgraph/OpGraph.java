package org.qopt.passes.viewopgraph;

import java.util.List;
import java.util.Optional;

/**
 * What is drawn: operations and block arguments as nodes, operations with regions and their blocks
 * as boxes, and what flows between them.
 *
 * @param root the operation that everything is in
 * @param edges what flows, in the order in which it is written
 */
record OpGraph(Item root, List<Edge> edges) {

  /** What stands in the graph. */
  sealed interface Item permits Node, Box {
    /** {@return the number of the node that edges lead to and from} */
    int id();

    /** {@return what is written on it; lines end in newlines} */
    String label();
  }

  /**
   * An operation without regions, or an argument of a block.
   *
   * @param id its number
   * @param label what is written on it
   * @param hue the colour of its kind of operation, from 0 up to 1, or empty if it is an argument
   */
  record Node(int id, String label, Optional<Double> hue) implements Item {}

  /**
   * An operation with regions, or a block.
   *
   * @param number its number
   * @param id the number of the node that stands for it
   * @param label what is written on it, nothing if it is a block
   * @param items what it holds
   */
  record Box(int number, int id, String label, List<Item> items) implements Item {}

  /**
   * A value that an item takes, or an operation that comes after another.
   *
   * @param from where it leads from
   * @param to where it leads to
   * @param label which operand it is, if there are several
   * @param isControl whether it is the order of operations
   */
  record Edge(Item from, Item to, String label, boolean isControl) {}
}
