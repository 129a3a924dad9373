package org.qopt.filecheck;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class BytesTest {
  /** A stream that may know less, or more, of what is left than there is, as files that grow do. */
  private static final class Stream extends ByteArrayInputStream {
    private final int error;

    Stream(byte[] bytes, int error) {
      super(bytes);
      this.error = error;
    }

    @Override
    public synchronized int available() {
      return Math.max(super.available() + error, 0);
    }

    @Override
    public synchronized int read(byte[] bytes, int offset, int length) {
      return super.read(bytes, offset, Math.min(length, 10_000));
    }
  }

  @Property(tries = 100)
  void readsAll(
      @ForAll @IntRange(max = 300_000) int size,
      @ForAll @IntRange(min = -200_000, max = 200_000) int error)
      throws IOException {
    byte[] bytes = new byte[size];
    for (int i = 0; i < size; i++) {
      bytes[i] = (byte) (i * 31 >> 4);
    }
    try (InputStream in = new Stream(bytes, error)) {
      assertArrayEquals(bytes, Bytes.readAll(in));
    }
  }
}
