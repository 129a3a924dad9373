package org.qopt.target.tpu.legalize;

/** Thrown when an operation has no form in integers; the message says what was found. */
final class NoIntegerFormException extends RuntimeException {
  NoIntegerFormException(String message) {
    super(message);
  }
}
