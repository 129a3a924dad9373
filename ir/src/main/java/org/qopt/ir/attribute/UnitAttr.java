package org.qopt.ir.attribute;

/** An attribute whose presence is all that it says; in a dictionary only its name is written. */
public record UnitAttr() implements Attribute {
  /** The one unit attribute. */
  public static final UnitAttr UNIT = new UnitAttr();

  @Override
  public String toString() {
    return "unit";
  }
}
