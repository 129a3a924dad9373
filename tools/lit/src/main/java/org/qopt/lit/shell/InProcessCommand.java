package org.qopt.lit.shell;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.qopt.lit.Command;
import org.qopt.lit.CommandIo;

/** A command that is called. When it has begun it has ended, too. */
final class InProcessCommand implements RunningCommand, Closeable {
  private final Capture next = new Capture();
  private final Capture shown = new Capture();
  private final Redirects redirects;
  private final PrintStream out;
  private final PrintStream err;
  private ExitStatus status = ExitStatus.of(0);

  private InProcessCommand(Redirects redirects) throws IOException {
    this.redirects = redirects;
    this.out = open(redirects.out());
    this.err = redirects.err().equals(redirects.out()) ? out : open(redirects.err());
  }

  /** What a command is called with besides its streams. */
  record Call(List<String> arguments, Path directory, Map<String, String> environment) {}

  static InProcessCommand run(Command command, Call call, Redirects redirects, InputStream previous)
      throws IOException {
    try (InProcessCommand running = new InProcessCommand(redirects);
        InputStream in =
            redirects.in().isPresent() ? Files.newInputStream(redirects.in().get()) : previous) {
      running.run(command, call, in);
      return running;
    }
  }

  private PrintStream open(Target target) throws IOException {
    OutputStream stream =
        switch (target) {
          case Target.Next _ -> next;
          case Target.Shown _ -> shown;
          case Target.File file -> Files.newOutputStream(file.path(), StandardOpenOption.APPEND);
        };
    return new PrintStream(new BufferedOutputStream(stream), false, StandardCharsets.UTF_8);
  }

  private void run(Command command, Call call, InputStream in) throws IOException {
    CommandIo io = new CommandIo(in, out, err, call.directory(), call.environment());
    try {
      status = ExitStatus.of(command.run(call.arguments(), io));
      out.flush();
      err.flush();
    } catch (Capture.TooMuchOutputException e) {
      status = ExitStatus.of(1);
      shown.reset();
      shown.writeBytes((e.getMessage() + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError | LinkageError e) {
      // As a process of its own it would have died with this trace.
      e.printStackTrace(err);
      status = ExitStatus.crashInProcess();
    }
  }

  @Override
  public InputStream output() {
    return redirects.out() instanceof Target.Next || redirects.err() instanceof Target.Next
        ? new ByteArrayInputStream(next.toByteArray())
        : InputStream.nullInputStream();
  }

  @Override
  public ExitStatus await() {
    return status;
  }

  @Override
  public String shownError() {
    return shown.text();
  }

  @Override
  public void close() {
    try {
      out.close();
      err.close();
    } catch (Capture.TooMuchOutputException e) {
      // The command is to blame only if it wrote that much itself, and then it was told.
      return;
    }
  }
}
