package org.qopt.cli;

/** Thrown when the command line is at fault; the message says how. Exit status 2. */
public final class UsageException extends RuntimeException {
  /** An exception with a message in lower case, without a full stop. */
  public UsageException(String message) {
    super(message);
  }
}
