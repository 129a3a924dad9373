package org.qopt.ir.type;

/** {@code index}: an integer as wide as the machine's addresses; held in 64 bits here. */
public record IndexType() implements Type {
  /** The one index type. */
  public static final IndexType INDEX = new IndexType();

  @Override
  public String toString() {
    return "index";
  }
}
