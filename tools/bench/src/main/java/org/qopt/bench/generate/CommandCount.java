package org.qopt.bench.generate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Counts what lit runs. */
public final class CommandCount {
  private static final Pattern RUN = Pattern.compile("RUN:\\s*(.*)");

  private CommandCount() {}

  /** {@return the tests of a suite, by their names and where they stand} */
  public static List<Path> tests(Path suite) throws IOException {
    try (Stream<Path> files = Files.walk(suite)) {
      return files.filter(file -> isTest(suite.relativize(file))).toList();
    }
  }

  /**
   * {@return how many commands the {@code RUN} lines of a suite are, continued ones counted once}
   */
  public static int in(Path suite) throws IOException {
    int commands = 0;
    for (Path test : tests(suite)) {
      boolean continued = false;
      Matcher run = RUN.matcher(Files.readString(test, StandardCharsets.ISO_8859_1));
      while (run.find()) {
        commands += continued ? 0 : 1;
        continued = run.group(1).endsWith("\\");
      }
    }
    return commands;
  }

  private static boolean isTest(Path file) {
    for (Path folder : file) {
      if (folder.toString().equals("Inputs") || folder.toString().equals("target")) {
        return false;
      }
    }
    String name = file.getFileName().toString();
    return name.endsWith(".qir") || name.endsWith(".test") || name.endsWith(".mlir");
  }
}
