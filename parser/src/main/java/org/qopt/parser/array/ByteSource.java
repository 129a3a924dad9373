package org.qopt.parser.array;

import java.io.IOException;

/** Bytes that can be read from any position. Safe for use by threads. */
interface ByteSource {
  /** {@return how many bytes there are, according to the file system or the archive} */
  long size();

  /**
   * Fills {@code target} with the bytes from {@code position} on.
   *
   * @throws java.io.EOFException if there are not so many
   */
  void read(long position, byte[] target) throws IOException;
}
