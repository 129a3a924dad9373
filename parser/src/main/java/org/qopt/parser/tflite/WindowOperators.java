package org.qopt.parser.tflite;

import java.util.ArrayList;
import java.util.List;
import org.qopt.dialect.nn.Conv2dOp;
import org.qopt.dialect.nn.DepthwiseConv2dOp;
import org.qopt.ir.Value;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.type.Shape;
import org.qopt.parser.model.Attrs;
import org.qopt.parser.model.SamePadding;
import org.qopt.parser.tflite.TfliteOptions.Window;
import org.tensorflow.lite.schema.Padding;

/** Convolutions and pools. */
final class WindowOperators {
  private WindowOperators() {}

  static void convolution(NodeImport node) {
    node.requireInputs(2, 3);
    Shape input = image(node, 0, "the input");
    Shape filter = image(node, 1, "the filter");
    Attrs attributes = attributes(node, input, filter.dim(1), filter.dim(2));
    if (input.dim(3) != filter.dim(3) && filter.dim(3) > 0 && !input.isDynamic(3)) {
      attributes.i64("groups", input.dim(3) / filter.dim(3));
    }
    finish(node, Conv2dOp.DEF, attributes);
  }

  static void depthwise(NodeImport node) {
    node.requireInputs(2, 3);
    Shape filter = image(node, 1, "the filter");
    Attrs attributes = attributes(node, image(node, 0, "the input"), filter.dim(1), filter.dim(2));
    finish(node, DepthwiseConv2dOp.DEF, attributes);
  }

  private static void finish(NodeImport node, OpDef def, Attrs attributes) {
    List<Value> operands = new ArrayList<>(List.of(node.input(0), node.input(1)));
    if (node.has(2)) {
      operands.add(node.input(2));
    }
    node.finish(def, operands, attributes, node.options(Window.class).activation());
  }

  static void pool(NodeImport node, OpDef def) {
    node.requireInputs(1, 1);
    Window window = node.options(Window.class);
    Attrs attributes =
        attributes(node, image(node, 0, "the input"), window.filterHeight(), window.filterWidth())
            .ints("kernel", window.filterHeight(), window.filterWidth());
    node.finish(def, List.of(node.input(0)), attributes, window.activation());
  }

  private static Shape image(NodeImport node, int index, String what) {
    Shape shape = node.inputType(index).shape();
    if (shape.rank() != 4) {
      throw node.fault("%s has 4 dimensions, but got [%s]".formatted(what, shape));
    }
    return shape;
  }

  private static Attrs attributes(NodeImport node, Shape input, long height, long width) {
    Window window = node.options(Window.class);
    requirePositive(node, window, height, width);
    Attrs attributes = new Attrs().ints("strides", window.strideHeight(), window.strideWidth());
    if (window.dilationHeight() != 1 || window.dilationWidth() != 1) {
      attributes.ints("dilations", window.dilationHeight(), window.dilationWidth());
    }
    if (window.padding() == Padding.SAME) {
      if (input.isDynamic(1) || input.isDynamic(2)) {
        throw node.fault(
            "padding SAME depends on the input's height and width, which are not known: fix them"
                + " with --input-shape");
      }
      SamePadding rows =
          SamePadding.of(input.dim(1), height, window.strideHeight(), window.dilationHeight());
      SamePadding columns =
          SamePadding.of(input.dim(2), width, window.strideWidth(), window.dilationWidth());
      attributes.ints("padding", rows.before(), rows.after(), columns.before(), columns.after());
    } else if (window.padding() != Padding.VALID) {
      throw node.fault("padding " + window.padding() + " is neither SAME nor VALID");
    }
    return attributes;
  }

  private static void requirePositive(NodeImport node, Window window, long height, long width) {
    boolean positive =
        window.strideHeight() > 0
            && window.strideWidth() > 0
            && window.dilationHeight() > 0
            && window.dilationWidth() > 0
            && height > 0
            && width > 0;
    if (!positive) {
      throw node.fault("strides, dilations and the window's sizes are at least 1");
    }
  }
}
