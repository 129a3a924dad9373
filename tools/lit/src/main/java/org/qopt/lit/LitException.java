package org.qopt.lit;

/** A configuration, a test or a call that cannot be used; the message says what and where. */
public sealed class LitException extends Exception permits NoSuiteException {
  private static final long serialVersionUID = 1L;

  /** An exception with one line of explanation. */
  public LitException(String message) {
    super(message, null, false, false);
  }
}
