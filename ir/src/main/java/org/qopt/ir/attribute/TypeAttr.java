package org.qopt.ir.attribute;

import org.qopt.ir.type.Type;

/**
 * A type as an attribute.
 *
 * @param value the type
 */
public record TypeAttr(Type value) implements Attribute {
  @Override
  public String toString() {
    return value.toString();
  }
}
