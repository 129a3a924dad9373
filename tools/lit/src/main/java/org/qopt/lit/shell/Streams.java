package org.qopt.lit.shell;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** The streams of one command of a pipeline. */
final class Streams implements Closeable {
  private static final String NULL_DEVICE = "/dev/null";

  private final Path directory;
  private final List<OutputStream> opened = new ArrayList<>();
  private final ByteArrayOutputStream capturedOut = new ByteArrayOutputStream();
  private final ByteArrayOutputStream capturedErr = new ByteArrayOutputStream();
  private InputStream in;
  private PrintStream out = print(capturedOut);
  private PrintStream err = print(capturedErr);

  /**
   * Applies the redirections from left to right.
   *
   * @param input what the command before wrote
   * @throws IOException if a file cannot be opened; nothing stays open then
   */
  Streams(Path directory, byte[] input, List<Script.Redirection> redirections) throws IOException {
    this.directory = directory;
    this.in = new ByteArrayInputStream(input);
    try {
      for (Script.Redirection redirection : redirections) {
        apply(redirection);
      }
    } catch (IOException e) {
      close();
      throw e;
    }
  }

  InputStream in() {
    return in;
  }

  PrintStream out() {
    return out;
  }

  PrintStream err() {
    return err;
  }

  /** {@return what was written to standard output and not to a file} */
  byte[] piped() {
    return capturedOut.toByteArray();
  }

  String capturedErr() {
    return capturedErr.toString(StandardCharsets.UTF_8);
  }

  private void apply(Script.Redirection redirection) throws IOException {
    String target = redirection.target().text();
    switch (redirection.kind()) {
      case READ -> in = new ByteArrayInputStream(read(target));
      case DUPLICATE -> redirect(redirection.descriptor(), stream(target));
      case WRITE, APPEND ->
          redirect(
              redirection.descriptor(),
              print(open(target, redirection.kind() == Script.Redirection.Kind.APPEND)));
    }
  }

  private void redirect(int descriptor, PrintStream stream) throws IOException {
    boolean both = descriptor == Script.Redirection.BOTH_OUTPUTS;
    if (!both && descriptor != 1 && descriptor != 2) {
      throw new IOException("unsupported file descriptor " + descriptor);
    }
    if (both || descriptor == 1) {
      out = stream;
    }
    if (both || descriptor == 2) {
      err = stream;
    }
  }

  private PrintStream stream(String number) throws IOException {
    return switch (number) {
      case "1" -> out;
      case "2" -> err;
      default -> throw new IOException("unsupported file descriptor " + number);
    };
  }

  private byte[] read(String target) throws IOException {
    return target.equals(NULL_DEVICE) ? new byte[0] : Files.readAllBytes(directory.resolve(target));
  }

  private OutputStream open(String target, boolean append) throws IOException {
    if (target.equals(NULL_DEVICE)) {
      return OutputStream.nullOutputStream();
    }
    StandardOpenOption mode =
        append ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING;
    OutputStream file =
        Files.newOutputStream(
            directory.resolve(target), StandardOpenOption.CREATE, StandardOpenOption.WRITE, mode);
    opened.add(file);
    return file;
  }

  private static PrintStream print(OutputStream stream) {
    return new PrintStream(new BufferedOutputStream(stream), false, StandardCharsets.UTF_8);
  }

  /** Flushes the outputs. */
  void flush() {
    out.flush();
    err.flush();
  }

  @Override
  public void close() throws IOException {
    flush();
    for (OutputStream stream : opened) {
      stream.close();
    }
  }
}
