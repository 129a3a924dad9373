package org.qopt.target.cpu.export;

import java.util.List;
import org.qopt.ir.Value;

/** How operations on int8 are written. */
sealed interface Form permits QdqForm, QOperatorForm {
  /**
   * Writes an operation.
   *
   * @param node the operation on floats that it stands for
   * @param uses the operands of that
   * @param result what is computed
   * @param output the tensor that holds it
   */
  void compute(Node node, List<Use> uses, Value result, String output);
}
