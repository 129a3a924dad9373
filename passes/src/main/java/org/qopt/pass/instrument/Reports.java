package org.qopt.pass.instrument;

/** The frame that mlir-opt puts around its reports. */
final class Reports {
  private static final int WIDTH = 80;
  private static final String RULE = "===" + "-".repeat(73) + "===\n";

  private Reports() {}

  static void title(StringBuilder out, String title) {
    String text = "... " + title + " ...";
    out.append(RULE)
        .append(" ".repeat((WIDTH - text.length()) / 2))
        .append(text)
        .append('\n')
        .append(RULE);
  }
}
