package org.qopt.ir.type;

/**
 * A type that is kept as it was written because nothing here needs to understand it.
 *
 * @param text the whole type in MLIR's syntax
 */
public record OpaqueType(String text) implements Type {
  @Override
  public String toString() {
    return text;
  }
}
