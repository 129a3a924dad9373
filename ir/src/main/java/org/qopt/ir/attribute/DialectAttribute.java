package org.qopt.ir.attribute;

/**
 * An attribute that a dialect defines, written {@code #dialect.name<...>}. Its {@link
 * Object#toString()} is read by {@link org.qopt.ir.Dialect#parseAttribute} as an equal one.
 */
public non-sealed interface DialectAttribute extends Attribute {
  /** {@return the namespace of the dialect} */
  String dialect();
}
