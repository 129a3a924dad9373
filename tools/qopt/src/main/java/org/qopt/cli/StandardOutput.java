package org.qopt.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;

/**
 * Standard output that remembers why it could not be written to: a {@code PrintStream} on top keeps
 * only that it could not.
 */
final class StandardOutput extends FilterOutputStream {
  private Optional<IOException> fault = Optional.empty();

  StandardOutput(OutputStream out) {
    super(out);
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int count) throws IOException {
    try {
      out.write(bytes, from, count);
    } catch (IOException e) {
      if (fault.isEmpty() && !isUnwanted(e)) {
        fault = Optional.of(e);
      }
      throw e;
    }
  }

  private static boolean isUnwanted(IOException e) {
    return String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("broken pipe");
  }

  /**
   * {@return why not all could be written; empty where all was, or the reader wanted no more, as
   * {@code head} does}
   */
  Optional<IOException> fault() {
    return fault;
  }
}
