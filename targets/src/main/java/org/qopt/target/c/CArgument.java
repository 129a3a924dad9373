package org.qopt.target.c;

import com.google.common.collect.ImmutableMap;
import org.qopt.ir.Value;

/** What a kernel is called with, or what a field of a structure holds. */
public sealed interface CArgument {
  /**
   * The elements of a value.
   *
   * @param value the value
   * @param part which of the arrays that it consists of
   * @param offset the first element that is meant
   */
  record Elements(Value value, int part, int offset) implements CArgument {}

  /**
   * Memory that only the calls of one operation use; calls that are given the same object share it.
   *
   * @param type the type of its elements
   * @param length how many there are
   */
  record Scratch(CType type, int length) implements CArgument {}

  /**
   * A constant array.
   *
   * @param role what it is for the operation, such as {@code shifts}
   * @param table its elements
   */
  record Table(String role, CTable table) implements CArgument {}

  /**
   * A constant structure.
   *
   * @param role what it is for the operation, such as {@code window}
   * @param type the name of its type
   * @param fields what its fields hold, by name; no elements of values and no scratch memory
   */
  record Structure(String role, String type, ImmutableMap<String, CArgument> fields)
      implements CArgument {}

  /**
   * A number.
   *
   * @param value the number, of 32 bits
   */
  record Number(int value) implements CArgument {}

  /** No array: a null pointer. */
  record Nothing() implements CArgument {}

  /** {@return the elements of a value that consists of one array} */
  static CArgument of(Value value) {
    return new Elements(value, 0, 0);
  }

  /** {@return a number} */
  static CArgument of(int value) {
    return new Number(value);
  }
}
