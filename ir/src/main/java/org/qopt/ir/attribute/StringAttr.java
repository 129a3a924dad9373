package org.qopt.ir.attribute;

import org.qopt.ir.print.Quoted;

/**
 * A string.
 *
 * @param value the characters, without quotes
 */
public record StringAttr(String value) implements Attribute {
  // Written out because it is linked faster: see TensorType.
  @Override
  public boolean equals(Object other) {
    return other instanceof StringAttr that && value.equals(that.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return Quoted.of(value);
  }
}
