package org.qopt.rewrite.data.library;

import org.qopt.ir.attribute.Attribute;
import org.qopt.ir.attribute.FloatAttr;
import org.qopt.ir.attribute.IntegerAttr;
import org.qopt.ir.op.AttributeConstraint;

/** Attributes that are numbers. */
final class Numbers {
  /** An integer or a float. */
  static final AttributeConstraint NUMBER =
      new AttributeConstraint("number", a -> a instanceof IntegerAttr || a instanceof FloatAttr);

  private Numbers() {}

  /** {@return a number, rounded to what a double holds} */
  static double real(Attribute number) {
    return number instanceof FloatAttr real
        ? real.value()
        : ((IntegerAttr) number).value().doubleValue();
  }

  /** {@return whether {@code a} is less than, equal to or greater than {@code b}, exactly} */
  static int compare(Attribute a, Attribute b) {
    return a instanceof IntegerAttr left && b instanceof IntegerAttr right
        ? left.value().compareTo(right.value())
        : Double.compare(real(a), real(b));
  }
}
