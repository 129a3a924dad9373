package org.qopt.target.tpu.export;

import java.util.List;
import org.qopt.ir.Value;
import org.qopt.ir.type.Shape;
import org.tensorflow.lite.schema.BuiltinOptions;
import org.tensorflow.lite.schema.ReshapeOptionsT;

/** {@code RESHAPE}, which also stands for a plain copy. */
final class Reshapes {
  /** What a shape of no dimensions is called where the options hold it. */
  private static final int[] SCALAR = {0};

  private Reshapes() {}

  /** Adds an operator that gives {@code input} the shape {@code shape}. */
  static void add(ModelGraph graph, Value value, int input, int output, Shape shape) {
    int[] dims = shape.dims().stream().mapToInt(Math::toIntExact).toArray();
    ReshapeOptionsT options = new ReshapeOptionsT();
    if (dims.length == 0) {
      // The operand that holds the shape would have no data, so that no constant could be read.
      options.setNewShape(SCALAR);
      graph.add(Operators.RESHAPE, BuiltinOptions.ReshapeOptions, options, List.of(input), output);
      return;
    }
    int list = graph.list(value, "shape", dims);
    graph.add(
        Operators.RESHAPE, BuiltinOptions.ReshapeOptions, options, List.of(input, list), output);
  }
}
