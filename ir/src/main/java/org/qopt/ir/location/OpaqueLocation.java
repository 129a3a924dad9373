package org.qopt.ir.location;

/**
 * A location of a kind that is kept as it was written, such as {@code callsite(...)}.
 *
 * @param text the text inside {@code loc(...)}
 */
public record OpaqueLocation(String text) implements Location {
  @Override
  public String toString() {
    return text;
  }
}
