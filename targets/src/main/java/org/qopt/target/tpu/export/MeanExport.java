package org.qopt.target.tpu.export;

import java.util.Arrays;
import java.util.List;
import org.qopt.dialect.nn.shape.Axes;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.attribute.DenseIntArrayAttr;
import org.qopt.ir.attribute.IntegerAttr;
import org.qopt.ir.type.TensorType;
import org.tensorflow.lite.schema.BuiltinOptions;
import org.tensorflow.lite.schema.ReducerOptionsT;

/** {@code tpu.mean}. */
final class MeanExport {
  private MeanExport() {}

  static void export(Operation operation, ModelGraph graph) {
    int[] axes = operation.required("axes", DenseIntArrayAttr.class).toInts();
    if (axes.length == 0) {
      // A list of no axes has no data, so it could not be told from one that is computed.
      RescaleExport.export(operation, graph);
      return;
    }
    int rank = ((TensorType) operation.operand(0).type()).rank();
    int[] counted = Arrays.stream(axes).map(axis -> Axes.normalize(axis, rank)).toArray();
    Value result = operation.result();
    ReducerOptionsT options = new ReducerOptionsT();
    options.setKeepDims(
        operation.required("keep_dims", IntegerAttr.class).equals(IntegerAttr.TRUE));
    graph.add(
        Operators.mean(Width.of(result)),
        BuiltinOptions.ReducerOptions,
        options,
        List.of(graph.tensor(operation.operand(0)), graph.list(result, "axes", counted)),
        graph.tensor(result));
  }
}
