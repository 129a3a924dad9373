package org.qopt.target.c;

import java.util.function.IntToLongFunction;

/**
 * A constant array.
 *
 * @param type the type of its elements
 * @param length how many there are
 * @param at the element of each index
 */
public record CTable(CType type, int length, IntToLongFunction at) {
  /** {@return the table of these numbers} */
  public static CTable of(CType type, int... values) {
    return new CTable(type, values.length, i -> values[i]);
  }

  /** {@return the table of these numbers} */
  public static CTable of(CType type, long... values) {
    return new CTable(type, values.length, i -> values[i]);
  }

  /** {@return a table of zeros} */
  public static CTable zeros(CType type, int length) {
    return new CTable(type, length, _ -> 0);
  }

  long bytes() {
    return (long) length * type.bytes();
  }
}
