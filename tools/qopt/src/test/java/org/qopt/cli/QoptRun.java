package org.qopt.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * What one command line did.
 *
 * @param status the exit status
 * @param out what it printed on standard output
 * @param err what it printed on standard error
 */
public record QoptRun(int status, String out, String err) {
  /** Runs a command line in {@code folder} with nothing on standard input. */
  public static QoptRun in(Path folder, String... words) {
    return reading("", folder, words);
  }

  /** Runs a command line in {@code folder} with {@code input} on standard input. */
  public static QoptRun reading(String input, Path folder, String... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream outStream = new PrintStream(out, false, StandardCharsets.UTF_8);
    PrintStream errStream = new PrintStream(err, false, StandardCharsets.UTF_8);
    ByteArrayInputStream in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
    int status = Qopt.run(List.of(words), CliIo.of(in, outStream, errStream, folder));
    outStream.flush();
    errStream.flush();
    return new QoptRun(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
