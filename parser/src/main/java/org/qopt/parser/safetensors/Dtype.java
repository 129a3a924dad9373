package org.qopt.parser.safetensors;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.qopt.ir.tensor.ElementKind;

/** The format's names of element types: those of {@link ElementKind}'s constants. */
final class Dtype {
  private Dtype() {}

  static ElementKind parse(String text, String tensor) throws SafetensorsFormatException {
    for (ElementKind kind : ElementKind.values()) {
      if (kind.name().equals(text)) {
        return kind;
      }
    }
    String known =
        Arrays.stream(ElementKind.values()).map(Enum::name).collect(Collectors.joining(", "));
    throw new SafetensorsFormatException(
        "tensor \"" + tensor + "\": expected one of " + known + ", found dtype \"" + text + "\"");
  }
}
