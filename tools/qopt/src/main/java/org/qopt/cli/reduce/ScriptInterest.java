package org.qopt.cli.reduce;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.qopt.ir.Program;
import org.qopt.parser.io.FileFaults;

/**
 * A program of the user's, called with a file, says by its exit status whether that is of interest:
 * as {@code mlir-reduce} has it by any other status than 0.
 */
final class ScriptInterest implements Interest {
  // What shells answer for a command that is not executable, or not there.
  private static final int CANNOT_RUN = 126;
  private static final int NOT_FOUND = 127;

  private final ImmutableList<String> command;
  private final Convention convention;
  private final ProgramFiles files;
  private final AtomicLong count = new AtomicLong();

  /** Which exit status says that a program is of interest. */
  enum Status {
    /** 0, as {@code llvm-reduce} and {@code cvise} have it. */
    ZERO,
    /** Any but 0, as {@code mlir-reduce} has it. */
    NONZERO
  }

  /**
   * How the command is understood.
   *
   * @param interesting the status that says yes
   * @param timeout after how long it is stopped, which is a no
   * @param folder where it runs
   */
  record Convention(Status interesting, Duration timeout, Path folder) {}

  /**
   * @param command the words before the name of the file
   * @param files writes the programs
   */
  ScriptInterest(ImmutableList<String> command, Convention convention, ProgramFiles files) {
    this.command = command;
    this.convention = convention;
    this.files = files;
  }

  /**
   * {@return the file of a test as a command takes it}
   *
   * @throws org.qopt.ir.diagnostic.InvalidInputException if it is not there or may not be run
   */
  static String executable(String name, Path file) {
    if (!Files.exists(file)) {
      throw FileFaults.invalid(name, "no such file");
    }
    if (Files.isDirectory(file)) {
      throw FileFaults.invalid(name, "expected an executable file, but it is a folder");
    }
    if (!Files.isExecutable(file)) {
      throw FileFaults.invalid(name, "expected an executable file, but it may not be executed");
    }
    return file.toAbsolutePath().toString();
  }

  @Override
  public boolean isIn(Program program) {
    Path folder = files.write(program, count.incrementAndGet());
    try {
      ImmutableList<String> words =
          ImmutableList.<String>builder()
              .addAll(command)
              .add(ProgramFiles.program(folder).toString())
              .build();
      return isInteresting(start(words));
    } finally {
      ProgramFiles.delete(folder);
    }
  }

  private Process start(ImmutableList<String> words) {
    ProcessBuilder builder =
        new ProcessBuilder(words)
            .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
            .redirectOutput(Redirect.DISCARD)
            .redirectError(Redirect.DISCARD);
    if (!convention.folder().toString().isEmpty()) {
      builder.directory(convention.folder().toFile());
    }
    try {
      return builder.start();
    } catch (IOException e) {
      throw FileFaults.invalid(command.getFirst(), "cannot be run: " + FileFaults.reason(e));
    }
  }

  private boolean isInteresting(Process process) {
    try {
      if (!process.waitFor(convention.timeout().toMillis(), TimeUnit.MILLISECONDS)) {
        return false;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      // Also what it has started itself. To ask for that reads about every process of the machine,
      // and what a process that has ended leaves behind is not its own any more.
      if (process.isAlive()) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
      }
    }
    int status = process.exitValue();
    if (status == CANNOT_RUN || status == NOT_FOUND) {
      throw FileFaults.invalid(
          command.getFirst(),
          "cannot be run: it ended with status %d, which says that a command was not found or is not executable"
              .formatted(status));
    }
    return (status == 0) == (convention.interesting() == Status.ZERO);
  }

  @Override
  public String absence() {
    return convention.interesting() == Status.ZERO
        ? "the program is not of interest: expected the test to end with status 0, but it did not"
        : "the program is not of interest: expected the test to end with another status than 0 in time, but it did not";
  }
}
