package org.qopt.bench.generate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A folder of tests, each of which pipes a small program through a canonicalizer into a checker,
 * once or several times.
 *
 * @param tests how many
 * @param commands how many {@code RUN} lines all of them have, dealt out evenly; at least one each
 * @param tools whose
 */
public record TestSuite(int tests, int commands, Tools tools) {
  /** The programs that the tests call, and who runs the tests. */
  public enum Tools {
    /** {@code qopt} and {@code filecheck} under {@code lit}. */
    OURS(
        "lit.toml",
        """
        name = "generated"
        suffixes = [".mlir"]
        output = "out"

        [commands]
        filecheck = "org.qopt.filecheck.FileCheckCommand"
        qopt = "org.qopt.cli.QoptCommand"
        """,
        "// RUN: qopt --canonicalize %s | filecheck %s\n",
        "nn"),
    /** {@code mlir-opt} and {@code FileCheck} under LLVM's lit. */
    LLVM(
        "lit.cfg.py",
        """
        import os
        import lit.formats
        config.name = "generated"
        config.test_format = lit.formats.ShTest(False)
        config.suffixes = [".mlir"]
        config.test_exec_root = os.path.join(os.path.dirname(__file__), "out")
        """,
        "// RUN: mlir-opt-19 --canonicalize %s | FileCheck-19 %s\n",
        "tosa");

    private final String configFile;
    private final String config;
    private final String run;
    private final String dialect;

    Tools(String configFile, String config, String run, String dialect) {
      this.configFile = configFile;
      this.config = config;
      this.run = run;
      this.dialect = dialect;
    }
  }

  /** Writes the tests and their configuration into {@code folder}, which is made. */
  public void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve(tools.configFile), tools.config);
    for (int i = 0; i < tests; i++) {
      String runs = tools.run.repeat(commands / tests + (i < commands % tests ? 1 : 0));
      Files.writeString(folder.resolve("test-%05d.mlir".formatted(i)), runs + program(i));
    }
  }

  private String program(int i) {
    String text =
        """
        // CHECK-LABEL: func.func @f$NUMBER
        // CHECK-SAME: (%[[X:.*]]: $TYPE)
        // CHECK: %[[SUM:.*]] = $DIALECT.add %[[X]], %[[X]]
        // CHECK-NEXT: %[[Y:.*]] = $DIALECT.sigmoid %[[SUM]]
        // CHECK-NEXT: return %[[Y]]
        // CHECK-NOT: $DIALECT.sub
        func.func @f$NUMBER(%x: $TYPE) -> $TYPE {
          %0 = "$DIALECT.add"(%x, %x) : ($TYPE, $TYPE) -> $TYPE
          %1 = "$DIALECT.sigmoid"(%0) : ($TYPE) -> $TYPE
          %2 = "$DIALECT.sub"(%0, %1) : ($TYPE, $TYPE) -> $TYPE
          func.return %1 : $TYPE
        }
        """;
    return text.replace("$NUMBER", Integer.toString(i))
        .replace("$TYPE", "tensor<1x%dx8x3xf32>".formatted(i % 8 + 1))
        .replace("$DIALECT", tools.dialect);
  }
}
