package org.qopt.target.c;

/**
 * Writes the source of a program.
 *
 * @param prefix what the names that others see begin with
 * @param header the header's text, or the line that includes it
 * @param ports the inputs and outputs
 * @param placement where values are
 * @param body the calls, already written
 * @param main whether there is to be a driver
 */
record SourceText(
    String prefix, String header, Ports ports, Placement placement, BodyText body, boolean main) {
  /** {@return the text} */
  String text() {
    KernelText kernels = body.kernels();
    if (main) {
      DriverText.addHeaders(kernels);
    }
    CText text = new CText();
    text.lines(header).line("");
    kernels.headers().forEach(text::line);
    kernels.texts().forEach(kernel -> text.line("").lines(kernel));
    text.line("").lines(body.constants()).line("");
    arena(text);
    text.list("void " + prefix + "_run(", ports.parameters(true), ") {");
    text.lines(body.body()).line("}");
    if (main) {
      text.line("").lines(new DriverText(prefix, ports).text());
    }
    return text.toString();
  }

  /** Memory for all types: what is read from a place is what was last written there. */
  private void arena(CText text) {
    long bytes = placement.arenaBytes();
    if (bytes == 0) {
      return;
    }
    text.open("static union {");
    for (CType type : CType.values()) {
      text.line("%s %s[%d];".formatted(type.text(), type.shortName(), bytes / type.bytes()));
    }
    text.close("} arena;").line("");
  }
}
