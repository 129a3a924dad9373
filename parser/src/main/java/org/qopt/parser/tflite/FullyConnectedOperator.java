package org.qopt.parser.tflite;

import java.util.ArrayList;
import java.util.List;
import org.qopt.dialect.nn.FullyConnectedOp;
import org.qopt.dialect.nn.ReshapeOp;
import org.qopt.ir.Value;
import org.qopt.ir.type.Shape;
import org.qopt.parser.model.Attrs;
import org.qopt.parser.tflite.TfliteOptions.FullyConnected;
import org.tensorflow.lite.schema.FullyConnectedOptionsWeightsFormat;

/** {@code FULLY_CONNECTED}: flattens its input to rows unless it is told to keep the rank. */
final class FullyConnectedOperator {
  private FullyConnectedOperator() {}

  static void accept(NodeImport node) {
    node.requireInputs(2, 3);
    FullyConnected options = node.options(FullyConnected.class);
    if (options.weightsFormat() != FullyConnectedOptionsWeightsFormat.DEFAULT) {
      throw node.fault("shuffled weights are not supported; only the default format is");
    }
    Shape weights = node.inputType(1).shape();
    if (weights.rank() != 2 || !weights.isStatic()) {
      throw node.fault("the weights have 2 known dimensions, but got [" + weights + "]");
    }
    List<Value> operands = new ArrayList<>();
    operands.add(rows(node, options.keepsRank(), weights.dim(1)));
    operands.add(node.input(1));
    if (node.has(2)) {
      operands.add(node.input(2));
    }
    node.finish(FullyConnectedOp.DEF, operands, new Attrs(), options.activation());
  }

  private static Value rows(NodeImport node, boolean keepsRank, long columns) {
    Shape shape = node.inputType(0).shape();
    boolean fits = shape.rank() > 0 && shape.dim(-1) == columns;
    if (keepsRank || shape.rank() == 2 && fits) {
      return node.input(0);
    }
    return node.createPart(
        "rows",
        ReshapeOp.DEF,
        List.of(node.input(0)),
        new Attrs().ints("shape", -1, columns).build());
  }
}
