package org.qopt.parser.qir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** MLIR's own tool, where it is installed. */
final class MlirOpt {
  /** The line between two programs. */
  static final String SEPARATOR = "// -----\n";

  private static final String NAME = "mlir-opt-19";

  private MlirOpt() {}

  /** Skips the test where the tool is not installed. */
  static void assumeInstalled() {
    boolean installed =
        Arrays.stream(System.getenv("PATH").split(":"))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, NAME)));
    assumeTrue(installed, NAME + " is not on the PATH");
  }

  /** {@return what the tool prints of the programs in {@code text}} */
  static String print(String text, String... flags) throws IOException, InterruptedException {
    Path input = Files.createTempFile("qir", ".mlir");
    Path errors = Files.createTempFile("qir", ".txt");
    try {
      Files.writeString(input, text);
      ProcessBuilder builder =
          new ProcessBuilder(
              NAME, "--allow-unregistered-dialect", "--split-input-file", input.toString());
      builder.command().addAll(Arrays.asList(flags));
      Process process = builder.redirectError(errors.toFile()).start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertEquals(0, process.waitFor(), Files.readString(errors) + text);
      return output;
    } finally {
      Files.delete(input);
      Files.delete(errors);
    }
  }
}
