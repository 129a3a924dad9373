package org.qopt.target.c;

/**
 * Memory that is needed for a time.
 *
 * @param bytes how much, at least 1
 * @param first the first step that needs it
 * @param last the last step that needs it
 */
record Interval(long bytes, int first, int last) {
  boolean meets(Interval other) {
    return first <= other.last && other.first <= last;
  }
}
