package org.qopt.ir.location;

/** {@code loc(unknown)}: nothing is known. */
public record UnknownLocation() implements Location {
  /** The one unknown location. */
  public static final UnknownLocation UNKNOWN = new UnknownLocation();

  @Override
  public String toString() {
    return "unknown";
  }
}
