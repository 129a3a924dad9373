package org.qopt.target.legalize;

/** Thrown when an operation has no form on the target; the message says what was found. */
public final class NoFormException extends RuntimeException {
  /** {@return the exception that says {@code message}} */
  public NoFormException(String message) {
    super(message);
  }
}
