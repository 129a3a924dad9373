package org.qopt.target.tpu.export;

import java.util.List;
import org.qopt.dialect.nn.attr.Spatial;
import org.qopt.dialect.quant.QuantizedTypes;
import org.qopt.ir.Operation;
import org.qopt.ir.type.Shape;
import org.qopt.ir.type.TensorType;
import org.qopt.target.image.Window2d;
import org.qopt.target.tpu.dialect.Windows;
import org.tensorflow.lite.schema.BuiltinOptions;
import org.tensorflow.lite.schema.Pool2DOptionsT;

/** {@code tpu.avg_pool2d} and {@code tpu.max_pool2d}. */
final class PoolExports {
  private PoolExports() {}

  /** Padding holds the least integer, which is the largest of no window. */
  static void maxPool2d(Operation operation, ModelGraph graph) {
    int least =
        Math.toIntExact(QuantizedTypes.of(operation.result().type()).orElseThrow().storage().min());
    PaddedImage image = PaddedImage.of(operation, graph, window(operation), least);
    Cut cut = Cut.of(operation, graph);
    graph.add(
        Operators.maxPool2d(Width.of(operation.result())),
        BuiltinOptions.Pool2DOptions,
        options(window(operation), image.padding(), cut.activation()),
        List.of(image.tensor()),
        cut.output());
    cut.finish();
  }

  /** Padding does not count; where it has no name, the image is cut so that none is needed. */
  static void averagePool2d(Operation operation, ModelGraph graph) {
    Window2d window = window(operation);
    Shape shape = ((TensorType) operation.operand(0).type()).shape();
    var padding = WindowPadding.of(window, shape.size(1), shape.size(2));
    Cut cut = Cut.of(operation, graph);
    if (padding.isPresent()) {
      graph.add(
          Operators.averagePool2d(Width.of(operation.result())),
          BuiltinOptions.Pool2DOptions,
          options(window, padding.get(), cut.activation()),
          List.of(graph.tensor(operation.operand(0))),
          cut.output());
    } else {
      new AveragePieces(operation, graph, window, cut).add();
    }
    cut.finish();
  }

  static Pool2DOptionsT options(Window2d window, byte padding, byte activation) {
    Pool2DOptionsT options = new Pool2DOptionsT();
    options.setPadding(padding);
    options.setFilterHeight(window.rows().kernel());
    options.setFilterWidth(window.columns().kernel());
    options.setStrideH(window.rows().stride());
    options.setStrideW(window.columns().stride());
    options.setFusedActivationFunction(activation);
    return options;
  }

  private static Window2d window(Operation operation) {
    Spatial kernel = Spatial.of(operation, "kernel");
    return Windows.of(operation, kernel.height(), kernel.width(), Spatial.ONE);
  }
}
