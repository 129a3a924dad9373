package org.qopt.ir.type;

/**
 * A type that a dialect defines, written {@code !dialect.name<...>}. Its {@link Object#toString()}
 * is read by {@link org.qopt.ir.Dialect#parseType} as an equal one.
 */
public non-sealed interface DialectType extends Type {
  /** {@return the namespace of the dialect, such as {@code quant}} */
  String dialect();
}
