package org.qopt.cli.docs;

/** Descriptions, which are written for terminals, as Markdown. */
final class Markdown {
  private static final String FENCE = "```";

  private Markdown() {}

  /** {@return the text, ended by a line feed; what is indented in it becomes a block of code} */
  static String of(String description) {
    StringBuilder out = new StringBuilder();
    boolean fenced = false;
    boolean own = false;
    for (String line : description.strip().lines().toList()) {
      fenced ^= line.startsWith(FENCE);
      boolean code = !fenced && line.startsWith("  ");
      if (code != own) {
        out.append(code ? "\n" + FENCE + "mlir\n" : FENCE + "\n\n");
        own = code;
      }
      out.append(code ? line.substring(2) : line).append('\n');
    }
    return out.append(own ? FENCE + "\n" : "").toString();
  }

  /** {@return the text as it may stand in a cell of a table} */
  static String cell(String text) {
    return text.replace("|", "\\|").replace('\n', ' ');
  }
}
