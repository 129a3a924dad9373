package org.qopt.filecheck;

import java.util.List;

/** What the launcher's cache learns from: a little of all that the program does. */
final class Training {
  private static final int LINES = 4_000;
  private static final String[] SUFFIXES = {
    "// CHECK:", "// CHECK-NEXT:", "// CHECK:", "// CHECK-DAG:", "// CHECK-DAG:"
  };

  private Training() {}

  /**
   * Checks standard input, then a file twice, and then a text of many lines; ignores what comes of
   * it.
   *
   * @param arguments the check file, and the input file
   */
  public static void main(String[] arguments) {
    String checks = arguments[0];
    String input = "--input-file=" + arguments[1];
    Main.run(List.of(checks));
    Main.run(List.of(checks, input));
    Main.run(List.of(checks, input, "-vv", "--color", "--explain"));
    Main.run(List.of("--version"));
    Main.run(List.of("--help"));
    Main.run(List.of("--no-such-flag"));
    checkManyLines();
  }

  /**
   * What the records for the compiler are for: a large check file, which is mostly literal texts.
   */
  private static void checkManyLines() {
    StringBuilder checks = new StringBuilder();
    StringBuilder input = new StringBuilder();
    for (int i = 0; i < LINES; i++) {
      input.append("    %").append(i).append(" = \"nn.relu\"(%x)  : tensor<4xf32> // line\n");
      checks
          .append(SUFFIXES[i % SUFFIXES.length])
          .append(" %")
          .append(i)
          .append(" = \"nn.relu\"\n");
    }
    FileCheck.check(
        SourceText.utf8("checks", checks.toString()),
        SourceText.utf8("input", input.toString()),
        FileCheckOptions.defaults());
  }
}
