package org.qopt.parser.array;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/**
 * The bytes of a file. Reads at positions instead of mapping: pages of a mapping would count as
 * memory of the process once touched, and a file that shrinks meanwhile would crash it.
 */
record FileBytes(FileChannel channel, long size) implements ByteSource {
  @Override
  public void read(long position, byte[] target) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(target);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, position + buffer.position()) < 0) {
        throw new EOFException();
      }
    }
  }
}
