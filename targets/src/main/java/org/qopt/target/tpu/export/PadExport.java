package org.qopt.target.tpu.export;

import java.util.Arrays;
import org.qopt.ir.Operation;
import org.qopt.ir.attribute.DenseIntArrayAttr;
import org.qopt.ir.type.Shape;
import org.qopt.ir.type.TensorType;
import org.qopt.target.tpu.dialect.PadOp;
import org.qopt.target.tpu.dialect.TpuAttributes;

/** {@code tpu.pad}; along one axis after the other where there are many. */
final class PadExport {
  private PadExport() {}

  static void export(Operation operation, ModelGraph graph) {
    int[] padding = operation.required("padding", DenseIntArrayAttr.class).toInts();
    if (Arrays.stream(padding).allMatch(count -> count == 0)) {
      MovementExports.copy(operation.operand(0), operation.result(), graph);
      return;
    }
    TensorType type = (TensorType) operation.result().type();
    if (type.rank() <= Ranks.MOVEMENT) {
      int input = graph.tensor(operation.operand(0));
      add(operation, graph, input, graph.result(operation), type, padding);
      return;
    }
    Shape from = ((TensorType) operation.operand(0).type()).shape();
    Detour detour = new Detour(graph, operation);
    for (int axis = 0; axis < type.rank(); axis++) {
      if (type.shape().dim(axis) != from.dim(axis)) {
        int[] along = {0, 0, padding[2 * axis], padding[2 * axis + 1], 0, 0};
        detour.along(
            axis,
            type.shape().dim(axis),
            (input, output, padded) -> add(operation, graph, input, output, padded, along));
      }
    }
    detour.end();
  }

  private static void add(
      Operation operation,
      ModelGraph graph,
      int input,
      int output,
      TensorType type,
      int[] padding) {
    int stored = TpuAttributes.integer(operation, PadOp.VALUE);
    Pads.add(graph, operation.result(), input, output, type, padding, stored);
  }
}
