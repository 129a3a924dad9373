package org.qopt.target.c;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Locale;
import org.qopt.ir.type.Shape;
import org.qopt.ir.type.TensorType;

/**
 * Writes the header of a program: what it takes and gives, as macros, and its function.
 *
 * @param prefix what the names that others see begin with
 * @param ports the inputs and outputs
 * @param lowering what they mean
 * @param arenaBytes the size of the static memory for intermediate values
 * @param constantBytes the size of the constants
 */
record HeaderText(
    String prefix, Ports ports, CLowering lowering, long arenaBytes, long constantBytes) {
  /** {@return the text} */
  String text() {
    String upper = prefix.toUpperCase(Locale.ROOT);
    CText text = new CText();
    text.line("/* Made by qopt: a quantized network that computes with integers alone. */");
    text.line("#ifndef " + upper + "_H").line("#define " + upper + "_H").line("");
    text.line("#include <stdint.h>").line("");
    text.line("#ifdef __cplusplus").line("extern \"C\" {").line("#endif").line("");
    text.comment("Static memory for intermediate values, and constants.");
    text.line("#define %s_ARENA_BYTES %d".formatted(upper, arenaBytes));
    text.line("#define %s_CONSTANT_BYTES %d".formatted(upper, constantBytes)).line("");
    macros(text, upper + "_INPUT", ports.inputs());
    macros(text, upper + "_OUTPUT", ports.outputs());
    text.comment("Computes the outputs. Arrays must not overlap; calls must not run at once.");
    text.list("void " + prefix + "_run(", ports.parameters(false), ");").line("");
    text.line("#ifdef __cplusplus").line("}").line("#endif").line("");
    return text.line("#endif").toString();
  }

  private void macros(CText text, String kind, ImmutableList<Port> all) {
    text.line("#define %sS %d".formatted(kind, all.size())).line("");
    for (int i = 0; i < all.size(); i++) {
      Port port = all.get(i);
      String macro = kind + "_" + i;
      text.comment(port.name() + ": " + lowering.meaning(port.type()));
      text.line("#define %s_NAME %s".formatted(macro, CText.literal(port.name())));
      for (CPart part : port.parts()) {
        String array = macro + part.suffix().toUpperCase(Locale.ROOT);
        text.line("#define %s_ELEMENTS %d".formatted(array, part.length()));
      }
      Shape shape = ((TensorType) port.type()).shape();
      text.line("#define %s_RANK %d".formatted(macro, shape.rank()));
      if (shape.rank() > 0) {
        List<String> dims = shape.dims().stream().mapToObj(Long::toString).toList();
        text.line("#define %s_DIMS {%s}".formatted(macro, String.join(", ", dims)));
      }
      lowering
          .facts(port.type())
          .forEach(
              (name, value) ->
                  text.line(
                      "#define %s_%s %s"
                          .formatted(macro, name, value < 0 ? "(" + value + ")" : value)));
      text.line("");
    }
  }
}
