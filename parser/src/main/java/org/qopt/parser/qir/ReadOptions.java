package org.qopt.parser.qir;

/**
 * What the reader accepts.
 *
 * @param allowUnregistered whether operations, types and attributes of unknown dialects are kept as
 *     they are; else they are errors
 */
public record ReadOptions(boolean allowUnregistered) {
  /** Only what is known. */
  public static final ReadOptions STRICT = new ReadOptions(false);

  /** Anything in the generic form. */
  public static final ReadOptions ALLOW_UNREGISTERED = new ReadOptions(true);
}
