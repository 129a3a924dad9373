package org.qopt.passes.viewopgraph.layout;

/**
 * A link between two nodes.
 *
 * @param from the index of the node that it leads from
 * @param to the index of the node that it leads to
 */
public record Link(int from, int to) {
  /** {@return the end that comes first; drawings lead from it to the other, so that none turns} */
  int upper() {
    return Math.min(from, to);
  }

  /** {@return the end that comes last} */
  int lower() {
    return Math.max(from, to);
  }
}
