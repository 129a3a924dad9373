package org.qopt.lit;

/** How a test can end; the order is that of the summary. */
public enum ResultCode {
  /** It was not selected. */
  EXCLUDED("Excluded", false),
  /** The run ended before it. */
  SKIPPED("Skipped", false),
  /** Its features are missing, or it is excluded from this machine. */
  UNSUPPORTED("Unsupported", false),
  /** It did what it says. */
  PASS("Passed", false),
  /** It did what it says, but not at the first attempt. */
  FLAKYPASS("Passed With Retry", false),
  /** It failed, as it says it does. */
  XFAIL("Expectedly Failed", false),
  /** It could not be run, for instance because it has no command. */
  UNRESOLVED("Unresolved", true),
  /** It took too long. */
  TIMEOUT("Timed Out", true),
  /** A command failed. */
  FAIL("Failed", true),
  /** It says that it fails, but it does not. */
  XPASS("Unexpectedly Passed", true);

  private final String label;
  private final boolean failure;

  ResultCode(String label, boolean failure) {
    this.label = label;
    this.failure = failure;
  }

  /** {@return the words of the summary} */
  public String label() {
    return label;
  }

  /** {@return whether a run with such a test fails} */
  public boolean isFailure() {
    return failure;
  }

  /** {@return whether the test was run, or at least looked at} */
  public boolean isExecuted() {
    return this != EXCLUDED && this != SKIPPED;
  }
}
