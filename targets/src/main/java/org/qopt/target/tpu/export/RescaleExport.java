package org.qopt.target.tpu.export;

import org.qopt.ir.Operation;
import org.tensorflow.lite.schema.BuiltinOptions;
import org.tensorflow.lite.schema.QuantizeOptionsT;

/** {@code tpu.rescale}: {@code QUANTIZE} from one quantized type to another. */
final class RescaleExport {
  private RescaleExport() {}

  static void export(Operation operation, ModelGraph graph) {
    graph.add(
        Operators.quantize(Width.of(operation.result())),
        BuiltinOptions.QuantizeOptions,
        new QuantizeOptionsT(),
        Operands.of(operation, graph),
        graph.result(operation));
  }
}
