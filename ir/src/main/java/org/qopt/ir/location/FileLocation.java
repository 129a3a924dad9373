package org.qopt.ir.location;

import org.qopt.ir.print.Quoted;

/**
 * {@code loc("model.qir":3:7)}: a place in a text, or a file as a whole.
 *
 * @param file the file's name as the user gave it
 * @param line the line, counted from 1; 0 for the file as a whole
 * @param column the column in characters, counted from 1; 0 for the line as a whole
 */
public record FileLocation(String file, int line, int column) implements Location {
  /** {@return the location of a file as a whole, as for a file that is no text} */
  public static FileLocation whole(String file) {
    return new FileLocation(file, 0, 0);
  }

  /** {@return whether this is a file as a whole} */
  public boolean isWhole() {
    return line == 0;
  }

  // Written out because it is linked faster: see TensorType.
  @Override
  public boolean equals(Object other) {
    return other instanceof FileLocation that
        && line == that.line
        && column == that.column
        && file.equals(that.file);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * file.hashCode() + line) + column;
  }

  @Override
  public String toString() {
    return Quoted.of(file) + ":" + line + ":" + column;
  }
}
