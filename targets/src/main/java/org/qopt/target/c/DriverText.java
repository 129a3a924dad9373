package org.qopt.target.c;

import java.util.ArrayList;
import java.util.List;

/**
 * Writes a function {@code main} that runs a program on files.
 *
 * @param prefix what the name of the program's function begins with
 * @param ports the inputs and outputs
 */
record DriverText(String prefix, Ports ports) {
  /** Adds what the driver uses of the standard library. */
  static void addHeaders(KernelText kernels) {
    kernels.add(CKernel.of(CKernel.class, "file_array"));
  }

  /** {@return the driver, which stands behind the kernel {@code file_array}} */
  String text() {
    CText text = new CText();
    List<String> arguments = new ArrayList<>();
    List<String> entries = new ArrayList<>();
    ports.all().forEach(port -> add(port, text, arguments, entries));
    int inputs = ports.inputs().stream().mapToInt(port -> port.parts().size()).sum();
    text.line("#define INPUT_FILES " + inputs);
    text.line("#define FILES " + entries.size());
    // One more, since an array of C has an element at least.
    entries.add("{NULL, NULL, 0, 0}");
    text.list("static const file_array files[FILES + 1] = {", entries, "};");
    text.line("").open("static void run_once(void) {");
    text.list(prefix + "_run(", arguments, ");").close("}").line("");
    KernelText main = new KernelText();
    main.add(CKernel.of(CKernel.class, "main"));
    main.texts().forEach(text::lines);
    return text.toString();
  }

  private static void add(Port port, CText text, List<String> arguments, List<String> entries) {
    for (int i = 0; i < port.parts().size(); i++) {
      CPart part = port.parts().get(i);
      String array = "file_" + port.identifiers().get(i);
      text.line(
          "static %s %s[%d];".formatted(part.type().text(), array, Math.max(1, part.length())));
      arguments.add(array);
      entries.add(
          "{%s, %s, %d, %d}"
              .formatted(
                  CText.literal(port.name() + part.suffix()),
                  array,
                  part.length(),
                  part.type().bytes()));
    }
  }
}
