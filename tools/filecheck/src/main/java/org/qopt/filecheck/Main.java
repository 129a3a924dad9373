package org.qopt.filecheck;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;

/** The program {@code filecheck} as a process of its own. */
public final class Main {
  private Main() {}

  /** Checks standard input; leaves with LLVM FileCheck's exit status. */
  public static void main(String[] arguments) {
    int status = run(List.of(arguments));
    System.out.flush();
    System.err.flush();
    // Not exit, which first loads the JDK's logging to see whether somebody wants to know of it.
    Runtime.getRuntime().halt(status);
  }

  static int run(List<String> arguments) {
    // The launcher knows whether standard error is a terminal; to ask the JVM takes long.
    boolean terminal = Boolean.getBoolean("qopt.terminal");
    // Not System.in, which would read piece by piece into a buffer of its own.
    InputStream in = new FileInputStream(FileDescriptor.in);
    try {
      return FileCheckCommand.run(
          arguments, in, System.out, System.err, Path.of(""), System.getenv(), terminal);
    } catch (OutOfMemoryError e) {
      System.err.println("filecheck: error: needs more memory than the Java heap has");
      return 2;
    }
  }
}
