package org.qopt.rewrite.conversion;

/** What a {@link ConversionTarget} says of an operation. */
public sealed interface Verdict {
  /**
   * It may stay.
   *
   * @param recursively whether all that it holds may stay too, whatever it is
   */
  record Legal(boolean recursively) implements Verdict {}

  /**
   * It must go.
   *
   * @param reason what it breaks, expected and found; empty if all of its kind must go
   */
  record Illegal(String reason) implements Verdict {}

  /** The target does not know it. */
  record Unknown() implements Verdict {}

  /** It may stay. */
  Verdict LEGAL = new Legal(false);

  /** It must go, as all of its kind. */
  Verdict ILLEGAL = new Illegal("");

  /** The target does not know it. */
  Verdict UNKNOWN = new Unknown();
}
