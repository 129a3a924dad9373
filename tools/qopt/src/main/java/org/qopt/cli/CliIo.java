package org.qopt.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import org.qopt.cli.report.ReportFormat;
import org.qopt.parser.check.SourceLines;

/**
 * What a command talks to: its standard streams and the folder that relative paths start from.
 * Nothing of the process is used otherwise, so that commands can run in one process side by side.
 *
 * @param in standard input
 * @param out standard output
 * @param err standard error
 * @param folder where relative paths start
 * @param terminal whether a person watches standard error
 * @param texts the lines that messages show; what is read from standard input is given to it
 * @param reports the form of messages
 */
public record CliIo(
    InputStream in,
    PrintStream out,
    PrintStream err,
    Path folder,
    boolean terminal,
    SourceLines texts,
    ReportFormat reports) {
  /** {@return these streams and this folder, where nobody watches} */
  public static CliIo of(InputStream in, PrintStream out, PrintStream err, Path folder) {
    return new CliIo(in, out, err, folder, false, new SourceLines(folder), ReportFormat.TEXT);
  }

  /** {@return the streams and folder of this process, with {@code out} as standard output} */
  public static CliIo ofProcess(PrintStream out) {
    // The launcher says so: Java would ask about standard input and output, and load a console.
    boolean terminal = Boolean.getBoolean("qopt.terminal");
    // The empty path: a file keeps the name that the user gave it, also in messages.
    Path folder = Path.of("");
    return new CliIo(
        System.in, out, System.err, folder, terminal, new SourceLines(folder), ReportFormat.TEXT);
  }

  /** {@return the same with another form of messages} */
  CliIo reportingAs(ReportFormat format) {
    return new CliIo(in, out, err, folder, terminal, texts, format);
  }

  /** {@return {@code file} as the user gave it, seen from the folder} */
  public Path resolve(String file) {
    return folder.resolve(file);
  }
}
