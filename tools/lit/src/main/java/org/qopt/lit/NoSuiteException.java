package org.qopt.lit;

/** A place that no suite holds. */
public final class NoSuiteException extends LitException {
  private static final long serialVersionUID = 1L;

  private final String reason;

  NoSuiteException(String reason) {
    super("error: " + reason);
    this.reason = reason;
  }

  /** {@return what was looked for, and where} */
  String reason() {
    return reason;
  }
}
