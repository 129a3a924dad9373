package org.qopt.ir.op;

/** Thrown by {@link TypeInference} when operands do not fit; the message says how. */
public final class InferenceException extends RuntimeException {
  /** An exception with a message in lower case, without a full stop. */
  public InferenceException(String message) {
    super(message);
  }
}
