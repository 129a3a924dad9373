package org.qopt.lit.shell;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Keeps what a command writes, up to a size that no test needs. */
final class Capture extends ByteArrayOutputStream {
  private static final int LIMIT = 64 << 20;

  /** A command that writes without end. */
  static final class TooMuchOutputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooMuchOutputException() {
      super("the command wrote more than " + (LIMIT >> 20) + " MB", null, false, false);
    }
  }

  @Override
  public synchronized void write(int b) {
    reserve(1);
    super.write(b);
  }

  @Override
  public synchronized void write(byte[] bytes, int offset, int length) {
    reserve(length);
    super.write(bytes, offset, length);
  }

  private void reserve(int more) {
    if (more > LIMIT - count) {
      // Unchecked, since print streams keep input/output errors to themselves.
      throw new TooMuchOutputException();
    }
  }

  String text() {
    return toString(StandardCharsets.UTF_8);
  }
}
