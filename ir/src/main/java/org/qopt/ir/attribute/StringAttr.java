package org.qopt.ir.attribute;

import org.qopt.ir.print.Quoted;

/**
 * A string.
 *
 * @param value the characters, without quotes
 */
public record StringAttr(String value) implements Attribute {
  @Override
  public String toString() {
    return Quoted.of(value);
  }
}
