package org.qopt.ir.location;

import org.qopt.ir.print.Quoted;

/**
 * {@code loc("model.qir":3:7)}: a place in a text.
 *
 * @param file the file's name as the user gave it
 * @param line the line, counted from 1
 * @param column the column in characters, counted from 1
 */
public record FileLocation(String file, int line, int column) implements Location {
  @Override
  public String toString() {
    return Quoted.of(file) + ":" + line + ":" + column;
  }
}
