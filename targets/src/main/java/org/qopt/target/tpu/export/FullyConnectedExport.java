package org.qopt.target.tpu.export;

import org.qopt.ir.Operation;
import org.qopt.target.dialect.Scales;
import org.tensorflow.lite.schema.BuiltinOptions;
import org.tensorflow.lite.schema.FullyConnectedOptionsT;

/** {@code tpu.fully_connected}. */
final class FullyConnectedExport {
  private FullyConnectedExport() {}

  static void export(Operation operation, ModelGraph graph) {
    Cut cut = Cut.of(operation, graph);
    // Without this the operator takes rows and gives rows, whatever the shape.
    boolean keepDims = Scales.dims(operation.operand(0).type()).length != 2;
    FullyConnectedOptionsT options = new FullyConnectedOptionsT();
    options.setKeepNumDims(keepDims);
    options.setFusedActivationFunction(cut.activation());
    graph.add(
        Operators.fullyConnected(Width.of(operation.result()), keepDims),
        BuiltinOptions.FullyConnectedOptions,
        options,
        Operands.withBias(graph.tensor(operation.operand(0)), operation, graph),
        cut.output());
    cut.finish();
  }
}
