package org.qopt.ir.attribute;

/**
 * An attribute that is kept as it was written because nothing here needs to understand it.
 *
 * @param text the whole attribute in MLIR's syntax
 */
public record OpaqueAttr(String text) implements Attribute {
  @Override
  public String toString() {
    return text;
  }
}
