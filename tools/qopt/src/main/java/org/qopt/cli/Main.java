package org.qopt.cli;

import java.io.FileDescriptor;
import java.io.FileNotFoundException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.qopt.parser.io.FileFaults;

/** The process {@code qopt}. */
public final class Main {
  private Main() {}

  /** Runs the command line and ends the process with its exit status. */
  public static void main(String[] words) {
    int status = run(List.of(words));
    // Not a plain return: idle threads of a pool must not keep a finished process.
    Runtime.getRuntime().halt(status);
  }

  /** {@return the exit status of a command line, with all that it prints} */
  static int run(List<String> words) {
    redirectErrors();
    Preparation.start();
    StandardOutput output = new StandardOutput(new FileOutputStream(FileDescriptor.out));
    CliIo io = CliIo.ofProcess(new PrintStream(output, true, StandardCharsets.UTF_8));
    int status = Qopt.run(words, io);
    io.out().flush();
    Optional<IOException> fault = output.fault();
    if (fault.isPresent()) {
      String reason = FileFaults.reason(fault.get());
      io.err().print("<stdout>: error: cannot write: " + reason + "\n");
      status = ExitStatus.INPUT_FAULT;
    }
    io.err().flush();
    return status;
  }

  /** The launcher may have put the process's standard error aside while the JVM starts. */
  private static void redirectErrors() {
    String file = System.getProperty("qopt.stderr");
    if (file == null) {
      return;
    }
    try {
      // Not from the start of a file that others write to as well.
      FileOutputStream stream = new FileOutputStream(file, true);
      System.setErr(new PrintStream(stream, true, StandardCharsets.UTF_8));
    } catch (FileNotFoundException e) {
      // Then it stays where it is.
    }
  }
}
