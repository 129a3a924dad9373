package org.qopt.lit.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qopt.lit.Command;
import org.qopt.lit.CommandIo;

/** A program of the machine, run as a process. */
final class ExternalCommand implements Command {
  private final Path program;

  private ExternalCommand(Path program) {
    this.program = program;
  }

  /** {@return the program of this name, looked for as a shell does} */
  static Optional<ExternalCommand> find(
      String name, Path directory, Map<String, String> environment) {
    if (name.indexOf('/') >= 0) {
      Path path = directory.resolve(name);
      return isProgram(path) ? Optional.of(new ExternalCommand(path)) : Optional.empty();
    }
    for (String folder : environment.getOrDefault("PATH", "").split(":")) {
      Path path = directory.resolve(folder).resolve(name);
      if (isProgram(path)) {
        return Optional.of(new ExternalCommand(path));
      }
    }
    return Optional.empty();
  }

  private static boolean isProgram(Path path) {
    return Files.isRegularFile(path) && Files.isExecutable(path);
  }

  @Override
  public int run(List<String> arguments, CommandIo io) throws IOException {
    List<String> words = new ArrayList<>(arguments);
    words.addFirst(program.toString());
    boolean merged = io.out() == io.err();
    ProcessBuilder builder =
        new ProcessBuilder(words).directory(io.directory().toFile()).redirectErrorStream(merged);
    builder.environment().clear();
    builder.environment().putAll(io.environment());
    Process process = builder.start();
    Thread feeder = Thread.ofVirtual().start(() -> feed(io.in(), process.getOutputStream()));
    Thread errors = Thread.ofVirtual().start(() -> drain(process.getErrorStream(), io.err()));
    try {
      drain(process.getInputStream(), io.out());
      errors.join();
      int status = process.waitFor();
      feeder.join();
      return status;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private static void drain(InputStream from, OutputStream to) {
    try (from) {
      from.transferTo(to);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void feed(InputStream from, OutputStream to) {
    try (to) {
      from.transferTo(to);
    } catch (IOException e) {
      // A process may end before it has read all its input; that is its own affair.
      return;
    }
  }
}
