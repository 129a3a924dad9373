package org.qopt.filecheck;

/**
 * A part of the input that is searched.
 *
 * @param start the first offset
 * @param end the offset after the last
 */
record Region(int start, int end) {
  Region from(int newStart) {
    return new Region(newStart, end);
  }

  Region to(int newEnd) {
    return new Region(start, newEnd);
  }
}
