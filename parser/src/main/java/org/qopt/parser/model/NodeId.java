package org.qopt.parser.model;

import org.qopt.ir.diagnostic.DiagnosticKind;
import org.qopt.ir.diagnostic.InvalidInputException;
import org.qopt.ir.location.OpaqueLocation;
import org.qopt.ir.print.Quoted;

/**
 * A node of a model, as diagnostics speak of it.
 *
 * @param index its position in the graph, counted from 0
 * @param op the kind of operation, in the words of the format; printable
 * @param name the name of its first result, or of itself
 */
public record NodeId(int index, String op, String name) {
  private static final int LONGEST_OP = 60;

  /** Makes the kind of operation printable: a broken file may hold anything in its place. */
  public NodeId {
    String quoted = Quoted.of(op);
    op = quoted.substring(1, quoted.length() - 1);
    op = op.length() > LONGEST_OP ? op.substring(0, LONGEST_OP) + "..." : op;
  }

  /**
   * {@return the error that this node is at fault; printed as {@code node "conv1" (Conv, #3):
   * error: MESSAGE}}
   */
  public InvalidInputException fault(String message) {
    return new InvalidInputException(DiagnosticKind.MODEL, new OpaqueLocation(toString()), message);
  }

  @Override
  public String toString() {
    return "node " + Quoted.of(name) + " (" + op + ", #" + index + ")";
  }
}
