package org.qopt.ir.attribute;

/** An attribute that a dialect defines, written {@code #dialect.name<...>}. */
public non-sealed interface DialectAttribute extends Attribute {
  /** {@return the namespace of the dialect} */
  String dialect();
}
