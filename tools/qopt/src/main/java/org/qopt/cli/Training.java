package org.qopt.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What the launcher's caches learn from: command lines, each run as a process would run it. */
final class Training {
  private Training() {}

  /**
   * Runs each line of a file as the words after {@code qopt}; ignores what comes of it.
   *
   * @param arguments the file: words are separated by blanks, {@code #} begins a comment
   */
  public static void main(String[] arguments) throws IOException {
    for (String line : Files.readAllLines(Path.of(arguments[0]))) {
      if (!line.startsWith("#")) {
        Main.run(List.of(line.split(" ")));
      }
    }
  }
}
