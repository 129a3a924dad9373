package org.qopt.peers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A compiler of C on this machine.
 *
 * @param command what starts it, such as {@code gcc}
 */
public record CCompiler(String command) {
  private static final int LONGEST_MINUTES = 5;

  /** The flags under which what qopt exports gives no warning. */
  public static final List<String> STRICT =
      List.of("-std=c99", "-Wall", "-Wextra", "-Wconversion", "-Werror", "-pedantic");

  /** Stops a program where the standard says nothing of what it does. */
  public static final List<String> SANITIZED =
      List.of("-g", "-O1", "-fsanitize=undefined,address", "-fno-sanitize-recover=all");

  /** {@return those of {@code gcc} and {@code clang} that can be started} */
  public static List<CCompiler> found() {
    return List.of(new CCompiler("gcc"), new CCompiler("clang")).stream()
        .filter(CCompiler::starts)
        .toList();
  }

  private boolean starts() {
    try {
      return run(List.of(command, "--version")).isEmpty();
    } catch (UncheckedIOException e) {
      return false;
    }
  }

  /**
   * Compiles one file.
   *
   * @throws IllegalStateException if the compiler says anything
   */
  public void compile(Path source, Path program, List<String> flags) {
    List<String> line = new ArrayList<>(List.of(command));
    line.addAll(STRICT);
    line.addAll(flags);
    line.addAll(List.of(source.toString(), "-o", program.toString()));
    String said = run(line);
    if (!said.isEmpty()) {
      throw new IllegalStateException(command + " said: " + said);
    }
  }

  /**
   * Runs a program on files.
   *
   * @throws IllegalStateException if it fails or prints anything
   */
  public static void execute(Path program, List<Path> files) {
    List<String> line = new ArrayList<>(List.of(program.toString()));
    files.forEach(file -> line.add(file.toString()));
    String said = run(line);
    if (!said.isEmpty()) {
      throw new IllegalStateException(program.getFileName() + " said: " + said);
    }
  }

  /** {@return what a command printed on standard error, or that it failed} */
  private static String run(List<String> line) {
    try {
      Path errors = Files.createTempFile("qopt", ".err");
      try {
        Process process =
            new ProcessBuilder(line)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(errors.toFile())
                .start();
        if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
          process.destroyForcibly();
          return "nothing for " + LONGEST_MINUTES + " minutes";
        }
        String said = Files.readString(errors, StandardCharsets.UTF_8);
        return process.exitValue() == 0 ? said : "status " + process.exitValue() + "\n" + said;
      } finally {
        Files.delete(errors);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted", e);
    }
  }
}
