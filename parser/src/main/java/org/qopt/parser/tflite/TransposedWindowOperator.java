package org.qopt.parser.tflite;

import java.util.ArrayList;
import java.util.List;
import org.qopt.dialect.nn.Conv2dTransposeOp;
import org.qopt.ir.Value;
import org.qopt.ir.type.Shape;
import org.qopt.parser.model.Attrs;
import org.qopt.parser.model.SamePadding;
import org.qopt.parser.tflite.TfliteOptions.TransposedWindow;
import org.tensorflow.lite.schema.Padding;

/**
 * {@code TRANSPOSE_CONV}: the first input is the size of the result, which says what is cut off.
 */
final class TransposedWindowOperator {
  private static final int SIZE = 0;
  private static final int FILTER = 1;
  private static final int IMAGE = 2;
  private static final int BIAS = 3;

  private TransposedWindowOperator() {}

  static void accept(NodeImport node) {
    node.requireInputs(3, 4);
    TransposedWindow window = node.options(TransposedWindow.class);
    long[] size = node.integers(SIZE, "the size of the result");
    Shape image = node.inputType(IMAGE).shape();
    Shape filter = node.inputType(FILTER).shape();
    if (size.length != 4 || image.rank() != 4 || filter.rank() != 4) {
      throw node.fault(
          "the result, the input and the filter have 4 dimensions, but got %d, [%s] and [%s]"
              .formatted(size.length, image, filter));
    }
    if (image.isDynamic(1) || image.isDynamic(2)) {
      throw node.fault(
          "the size of the result fits one height and width of the input only, which are not known:"
              + " fix them with --input-shape");
    }
    if (window.strideHeight() < 1 || window.strideWidth() < 1) {
      throw node.fault("strides are at least 1");
    }
    Edge rows = edge(node, size[1], image.dim(1), filter.dim(1), window.strideHeight());
    Edge columns = edge(node, size[2], image.dim(2), filter.dim(2), window.strideWidth());
    Attrs attributes =
        new Attrs()
            .ints("strides", window.strideHeight(), window.strideWidth())
            .ints("padding", rows.before, rows.after, columns.before, columns.after)
            .ints("output_padding", rows.added, columns.added);
    List<Value> operands = new ArrayList<>(List.of(node.input(IMAGE), node.input(FILTER)));
    if (node.has(BIAS)) {
      operands.add(node.input(BIAS));
    }
    node.finish(Conv2dTransposeOp.DEF, operands, attributes, window.activation());
  }

  /** What is cut off before and after along one axis, and what is added after. */
  private record Edge(long before, long after, long added) {}

  // What is cut off before is what a convolution of the result would be padded with; what the size
  // leaves of the windows behind that is cut off too, or zeros are added.
  private static Edge edge(NodeImport node, long size, long input, long window, int stride) {
    int padding = node.options(TransposedWindow.class).padding();
    if (padding != Padding.SAME && padding != Padding.VALID) {
      throw node.fault("padding " + padding + " is neither SAME nor VALID");
    }
    if (size < 1 || window < 1) {
      throw node.fault("the sizes of the result and of the window are at least 1");
    }
    long before = padding == Padding.SAME ? SamePadding.of(size, window, stride, 1).before() : 0;
    long rest = (input - 1) * stride + window - before - size;
    return new Edge(before, Math.max(0, rest), Math.max(0, -rest));
  }
}
