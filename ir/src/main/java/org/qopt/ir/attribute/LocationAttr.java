package org.qopt.ir.attribute;

import org.qopt.ir.location.Location;

/**
 * A location as an attribute.
 *
 * @param value the location
 */
public record LocationAttr(Location value) implements Attribute {
  @Override
  public String toString() {
    return "loc(" + value + ")";
  }
}
