package org.qopt.ir.print;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qopt.ir.attribute.ArrayAttr;
import org.qopt.ir.attribute.Attribute;
import org.qopt.ir.attribute.DenseElementsAttr;
import org.qopt.ir.attribute.DictionaryAttr;
import org.qopt.ir.attribute.UnitAttr;

/** Writes attributes; large constants as the options say, at any depth. */
final class AttributePrinter {
  private final PrintOptions options;
  private final TextOut out;
  private final KnownTexts known;

  AttributePrinter(PrintOptions options, TextOut out, KnownTexts known) {
    this.options = options;
    this.out = out;
    this.known = known;
  }

  void print(Attribute attribute) {
    // No pattern switch: linking one takes milliseconds of every start, and every start comes here.
    if (attribute instanceof DenseElementsAttr elements) {
      printElements(elements);
    } else if (attribute instanceof DictionaryAttr(var entries)) {
      printDictionary(entries);
    } else if (attribute instanceof ArrayAttr(var elements)) {
      printArray(elements);
    } else {
      out.append(attribute.toString());
    }
  }

  private void printArray(List<Attribute> elements) {
    out.append('[');
    String separator = "";
    for (Attribute element : elements) {
      out.append(separator);
      print(element);
      separator = ", ";
    }
    out.append(']');
  }

  void printDictionary(Map<String, Attribute> entries) {
    out.append('{');
    String separator = "";
    for (Map.Entry<String, Attribute> entry : entries.entrySet()) {
      out.append(separator).append(Quoted.key(entry.getKey()));
      if (!(entry.getValue() instanceof UnitAttr)) {
        out.append(" = ");
        print(entry.getValue());
      }
      separator = ", ";
    }
    out.append('}');
  }

  private void printElements(DenseElementsAttr elements) {
    Optional<String> key = options.resourceKey().apply(elements);
    if (key.isPresent()) {
      out.append("dense_resource<").append(Quoted.key(key.get())).append('>');
    } else if (isElided(elements)) {
      out.append("dense_resource<__elided__>");
    } else {
      ElementsText.append(out, elements);
    }
    out.append(" : ").append(known.of(elements.type()));
  }

  private boolean isElided(DenseElementsAttr elements) {
    return options.elideAbove().isPresent()
        && !elements.value().isSplat()
        && elements.value().size() > options.elideAbove().getAsLong();
  }
}
