package org.qopt.lit.shell;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A command that runs as a process. */
final class ProcessCommand implements RunningCommand {
  private static final int BUFFER = 1 << 16;

  private final Process process;
  private final boolean isShell;
  private final Redirects redirects;
  private final Processes processes;
  private final Capture shown = new Capture();
  private final Optional<Thread> reader;
  private volatile Optional<String> trouble = Optional.empty();

  private ProcessCommand(
      Process process, boolean isShell, Redirects redirects, Processes processes) {
    this.process = process;
    this.isShell = isShell;
    this.redirects = redirects;
    this.processes = processes;
    this.reader = readShown();
  }

  /** How a process is started. */
  record Start(
      Program program, List<String> words, Path directory, Map<String, String> environment) {}

  /**
   * Starts a process.
   *
   * @param previous what it reads, if neither a file nor nothing
   */
  static ProcessCommand start(
      Start start, Redirects redirects, Optional<InputStream> previous, Processes processes)
      throws IOException {
    boolean merged = redirects.out().equals(redirects.err());
    ProcessBuilder builder =
        new ProcessBuilder(start.words())
            .directory(start.directory().toFile())
            .redirectErrorStream(merged)
            .redirectOutput(redirect(redirects.out()));
    if (!merged) {
      builder.redirectError(redirect(redirects.err()));
    }
    if (redirects.in().isPresent()) {
      builder.redirectInput(redirects.in().get().toFile());
    } else if (previous.isEmpty()) {
      builder.redirectInput(new File("/dev/null"));
    }
    builder.environment().clear();
    builder.environment().putAll(start.environment());
    Process process = builder.start();
    processes.add(process);
    if (redirects.in().isEmpty()) {
      previous.ifPresent(in -> feed(in, process.getOutputStream()));
    }
    return new ProcessCommand(process, start.program().isShell(), redirects, processes);
  }

  private static Redirect redirect(Target target) {
    return target instanceof Target.File file
        ? Redirect.appendTo(file.path().toFile())
        : Redirect.PIPE;
  }

  private Optional<Thread> readShown() {
    boolean fromOut = redirects.out() instanceof Target.Shown;
    boolean fromErr = redirects.err() instanceof Target.Shown;
    if (!fromOut && !fromErr) {
      return Optional.empty();
    }
    InputStream stream = fromOut ? process.getInputStream() : process.getErrorStream();
    return Optional.of(Thread.ofVirtual().start(() -> drain(stream, shown)));
  }

  /** Reads all of a stream; a process that writes without end is ended. */
  void drain(InputStream stream, Capture into) {
    try (stream) {
      stream.transferTo(into);
    } catch (Capture.TooMuchOutputException e) {
      trouble = Optional.of(e.getMessage());
      into.reset();
      Processes.kill(process);
    } catch (IOException e) {
      // The stream of a process that was ended is closed under its reader.
      return;
    }
  }

  private static void feed(InputStream from, OutputStream to) {
    Thread.ofVirtual()
        .start(
            () -> {
              byte[] buffer = new byte[BUFFER];
              // Closing what it reads from tells the command before that nobody listens any more.
              try (from;
                  to) {
                for (int n = from.read(buffer); n >= 0; n = from.read(buffer)) {
                  to.write(buffer, 0, n);
                  to.flush();
                }
              } catch (IOException e) {
                // A process may end before it has read all its input; that is its own affair.
                return;
              }
            });
  }

  @Override
  public InputStream output() {
    if (redirects.out() instanceof Target.Next) {
      return process.getInputStream();
    }
    return redirects.err() instanceof Target.Next
        ? process.getErrorStream()
        : InputStream.nullInputStream();
  }

  @Override
  public ExitStatus await() throws IOException {
    try {
      int code = process.waitFor();
      if (reader.isPresent()) {
        reader.get().join();
      }
      return trouble.isPresent() ? ExitStatus.of(1) : ExitStatus.ofProcess(code, isShell);
    } catch (InterruptedException e) {
      Processes.kill(process);
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      processes.remove(process);
    }
  }

  @Override
  public String shownError() {
    return shown.text() + trouble.map(text -> text + "\n").orElse("");
  }
}
