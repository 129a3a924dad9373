package org.qopt.bench.measure;

/** Says why something cannot be measured. */
public final class BenchException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** An exception with this message for the user. */
  public BenchException(String message) {
    super(message);
  }
}
