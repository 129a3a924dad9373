package org.qopt.lit.script;

/** A test that cannot be understood; the message says what is wrong with it, and where. */
public final class ScriptException extends Exception {
  private static final long serialVersionUID = 1L;

  /** An exception with an explanation, which may have several lines. */
  public ScriptException(String message) {
    super(message, null, false, false);
  }
}
