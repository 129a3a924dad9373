package org.qopt.bench.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs commands and says what they took. Bash takes the times, to the millisecond and without what
 * Java needs to start a process; GNU time says how much memory was used.
 */
public final class ProcessTimer {
  private static final Path TIME = Path.of("/usr/bin/time");
  // $1: the file for the memory, $2: the file for standard error; the command follows.
  private static final String SCRIPT =
      "TIMEFORMAT='%3R %3U %3S'; time " + TIME + " -f %M -o \"$1\" \"${@:3}\" 2>\"$2\"";

  private final Path memory;
  private final Path errors;

  /**
   * A timer with files of its own in {@code folder}.
   *
   * @throws BenchException if GNU time is missing
   */
  public ProcessTimer(Path folder) {
    if (!Files.isExecutable(TIME)) {
      throw new BenchException("no GNU time as " + TIME + ": install the package 'time'");
    }
    memory = folder.resolve("memory.txt");
    errors = folder.resolve("errors.txt");
  }

  /**
   * {@return what one run of {@code command} took}
   *
   * @throws BenchException if it fails, with what it said
   */
  public Sample run(Command command) {
    try {
      List<String> words = new ArrayList<>(List.of("bash", "-c", SCRIPT, "bash"));
      words.add(memory.toString());
      words.add(errors.toString());
      words.addAll(command.words());
      Process process = new ProcessBuilder(words).redirectOutput(command.output().toFile()).start();
      process.getOutputStream().close();
      String times = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new BenchException("failed: " + command + "\n" + Files.readString(errors).strip());
      }
      return sample(times, Files.readString(memory));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchException("interrupted");
    }
  }

  /** {@return the file with what the last command said on standard error} */
  public Path errors() {
    return errors;
  }

  /** {@return what the outputs of bash, in seconds, and of GNU time, in KiB, say} */
  static Sample sample(String times, String memory) {
    String[] seconds = times.strip().split(" ");
    if (seconds.length != 3) {
      throw new BenchException("expected three times of bash, found '" + times.strip() + "'");
    }
    return new Sample(
        Double.parseDouble(seconds[0]),
        Double.parseDouble(seconds[1]) + Double.parseDouble(seconds[2]),
        Double.parseDouble(memory.strip()) * 1024);
  }
}
