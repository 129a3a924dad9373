package org.qopt.ir.diagnostic;

/** How grave a {@link Diagnostic} is. */
public enum Severity {
  /** The input is at fault; nothing is written. */
  ERROR,
  /** Probably a mistake. */
  WARNING,
  /** Worth knowing. */
  REMARK,
  /** Belongs to the diagnostic before it. */
  NOTE;

  /** {@return the word that stands in a message, such as {@code error}} */
  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
