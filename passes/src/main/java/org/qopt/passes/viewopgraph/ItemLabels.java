package org.qopt.passes.viewopgraph;

import java.util.stream.Collectors;
import org.qopt.ir.BlockArgument;
import org.qopt.ir.Operation;
import org.qopt.ir.attribute.ArrayAttr;
import org.qopt.ir.attribute.Attribute;
import org.qopt.ir.attribute.DenseElementsAttr;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.TensorType;

/** What is written on the items of a graph. */
final class ItemLabels {
  // Attributes of more elements are not shown, those of millions not even made into text.
  private static final int MOST_ELEMENTS = 16;

  private final ViewOpGraphPass options;

  ItemLabels(ViewOpGraphPass options) {
    this.options = options;
  }

  String of(Operation operation) {
    StringBuilder label = new StringBuilder(operation.name());
    if (options.printResultTypes()) {
      label.append(
          operation.resultTypes().stream()
              .map(type -> shortened(type.toString()))
              .collect(Collectors.joining(", ", " : (", ")")));
    }
    if (options.printAttrs()) {
      label.append('\n');
      operation
          .allAttributes()
          .entries()
          .forEach(
              (name, value) -> label.append('\n').append(name).append(": ").append(text(value)));
    }
    return label.toString();
  }

  String of(BlockArgument argument) {
    return shortened(argument.name().orElse("arg" + argument.index()));
  }

  private String text(Attribute value) {
    if (value instanceof DenseElementsAttr dense) {
      return elements(dense);
    }
    return value instanceof ArrayAttr array && array.elements().size() > MOST_ELEMENTS
        ? "[...]"
        : shortened(value.toString());
  }

  private String elements(DenseElementsAttr dense) {
    Tensor tensor = dense.value();
    if (tensor.size() <= MOST_ELEMENTS) {
      return shortened(dense.toString());
    }
    TensorType type = dense.type();
    int rank = type.rank();
    return "[".repeat(rank) + "..." + "]".repeat(rank) + " : " + type;
  }

  private String shortened(String text) {
    if (text.length() <= options.maxLabelLen()) {
      return text;
    }
    int end = options.maxLabelLen();
    // Half of a character outside of the basic plane is none.
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end)
        + "...";
  }
}
