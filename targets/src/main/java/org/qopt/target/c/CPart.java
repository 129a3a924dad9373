package org.qopt.target.c;

/**
 * An array that a value consists of.
 *
 * @param suffix what is put behind the value's name for it; empty for the first
 * @param type the type of its elements
 * @param length how many there are
 */
public record CPart(String suffix, CType type, int length) {
  long bytes() {
    return (long) length * type.bytes();
  }
}
