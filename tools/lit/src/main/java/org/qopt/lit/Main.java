package org.qopt.lit;

import java.nio.file.Path;
import java.util.List;

/** The program {@code lit} as a process of its own. */
public final class Main {
  private Main() {}

  /** Runs tests; leaves with 0, 1 if one failed, or 2 if none could be run. */
  public static void main(String[] arguments) {
    CommandIo io =
        new CommandIo(
            System.in, System.out, System.err, Path.of("").toAbsolutePath(), System.getenv());
    System.exit(new LitCommand().run(List.of(arguments), io));
  }
}
