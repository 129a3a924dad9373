package org.qopt.ir.interpret;

import java.util.List;
import org.qopt.ir.CallsOfDefinitions;
import org.qopt.ir.Operation;
import org.qopt.ir.diagnostic.CodeFault;
import org.qopt.ir.diagnostic.DiagnosticKind;
import org.qopt.ir.diagnostic.InvalidInputException;
import org.qopt.ir.op.InferenceException;
import org.qopt.ir.tensor.Tensor;

/**
 * The run of one operation.
 *
 * @param operation the operation
 * @param action computes the results
 * @param operands the slots of the operands
 * @param results the slots of the results
 * @param last the slots that no later step reads
 */
record Step(Operation operation, Action action, int[] operands, int[] results, int[] last) {
  /** Computes results from operands and lets the observer see what happens inside. */
  @FunctionalInterface
  interface Action {
    /** {@return the results} */
    List<Tensor> run(List<Tensor> operands, Observer observer);
  }

  /**
   * {@return the results}
   *
   * @throws InvalidInputException if the operands do not fit the operation or each other
   */
  List<Tensor> compute(List<Tensor> inputs, Observer observer) {
    CallsOfDefinitions.begin(operation);
    try {
      return action.run(inputs, observer);
    } catch (InferenceException e) {
      throw fault(e.getMessage());
    } catch (OutOfMemoryError e) {
      // Arrays are allocated as wholes: when one does not fit, the heap is as sound as before.
      throw fault("does not fit into memory");
    } catch (InvalidInputException e) {
      throw e;
    } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
      throw broken(operation, e);
    }
  }

  /** {@return what says that the kernel of {@code operation} has thrown {@code thrown}} */
  static InvalidInputException broken(Operation operation, Throwable thrown) {
    InvalidInputException fault =
        new InvalidInputException(
            CodeFault.error(
                operation.reportLocation(),
                "the kernel of '" + operation.name() + "' failed",
                thrown));
    fault.initCause(thrown);
    return fault;
  }

  InvalidInputException fault(String message) {
    return new InvalidInputException(
        DiagnosticKind.NOT_RUNNABLE,
        operation.reportLocation(),
        "'" + operation.name() + "' op " + message);
  }
}
