package org.qopt.filecheck;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Reads streams to their end. */
final class Bytes {
  /** The JDK copies what it reads once more on the way, which had better stay in near memory. */
  private static final int PIECE = 1 << 16;

  private Bytes() {}

  /** {@return all that is left of a stream} */
  static byte[] readAll(InputStream in) throws IOException {
    int expected = in.available();
    if (expected <= PIECE) {
      return in.readAllBytes();
    }
    // A folder, which cannot be read, promises more than any memory has.
    int first = in.read();
    if (first < 0) {
      return new byte[0];
    }
    byte[] bytes = new byte[expected];
    bytes[0] = (byte) first;
    int size = 1;
    while (size < expected) {
      int read = in.read(bytes, size, Math.min(PIECE, expected - size));
      if (read < 0) {
        return Arrays.copyOf(bytes, size);
      }
      size += read;
    }
    byte[] rest = in.readAllBytes();
    if (rest.length == 0) {
      return bytes;
    }
    byte[] all = Arrays.copyOf(bytes, Math.addExact(size, rest.length));
    System.arraycopy(rest, 0, all, size, rest.length);
    return all;
  }
}
