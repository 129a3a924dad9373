package org.qopt.ir.type;

/** A type that a dialect defines, written {@code !dialect.name<...>}. */
public non-sealed interface DialectType extends Type {
  /** {@return the namespace of the dialect, such as {@code quant}} */
  String dialect();
}
