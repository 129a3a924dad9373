package org.qopt.target.tpu.export;

import java.util.ArrayList;
import java.util.List;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.type.Shape;
import org.qopt.ir.type.TensorType;
import org.qopt.target.image.Window1d;
import org.qopt.target.image.Window2d;
import org.tensorflow.lite.schema.BuiltinOptions;
import org.tensorflow.lite.schema.ConcatenationOptionsT;
import org.tensorflow.lite.schema.Padding;
import org.tensorflow.lite.schema.SliceOptionsT;

/**
 * Means over windows whose padding has no name: the image is sliced so that all windows of a slice
 * have one size and lie inside, and the means of the slices are put together again. No byte is
 * computed in another way than by one operator that knew the padding.
 */
final class AveragePieces {
  private final Value result;
  private final Value image;
  private final ModelGraph graph;
  private final Window2d window;
  private final Cut cut;
  private final TensorType imageType;
  private final TensorType resultType;

  AveragePieces(Operation operation, ModelGraph graph, Window2d window, Cut cut) {
    this.result = operation.result();
    this.image = operation.operand(0);
    this.graph = graph;
    this.window = window;
    this.cut = cut;
    imageType = (TensorType) image.type();
    resultType = (TensorType) result.type();
  }

  void add() {
    List<Span> columns = Span.of(window.columns(), imageType.shape().size(2));
    List<Span> rows = Span.of(window.rows(), imageType.shape().size(1));
    List<Integer> bands = new ArrayList<>();
    for (Span row : rows) {
      List<Integer> pieces = new ArrayList<>();
      for (Span column : columns) {
        Shape shape = resultType.shape().with(1, row.outputs()).with(2, column.outputs());
        pieces.add(mean(row, column, target("mean", shape)));
      }
      Shape band = resultType.shape().with(1, row.outputs());
      bands.add(joined(pieces, 2, "band", band));
    }
    joined(bands, 1, "all", resultType.shape());
  }

  /** {@return the tensor for a part of the result, which may be all of it} */
  private int target(String name, Shape shape) {
    return shape.equals(resultType.shape())
        ? cut.output()
        : graph.part(result, name, resultType.withShape(shape));
  }

  private int mean(Span row, Span column, int mean) {
    Shape shape = imageType.shape();
    Shape part = shape.with(1, row.size()).with(2, column.size());
    int slice = graph.part(result, "slice", imageType.withShape(part));
    int[] begin = {0, row.start(), column.start(), 0};
    graph.add(
        Operators.slice(Width.of(result), 4),
        BuiltinOptions.SliceOptions,
        new SliceOptionsT(),
        List.of(
            graph.tensor(image),
            graph.list(result, "begin", begin),
            graph.list(result, "size", part.dims().stream().mapToInt(Math::toIntExact).toArray())),
        slice);
    Window2d inside =
        new Window2d(
            Window1d.valid(row.kernel(), window.rows().stride(), 1),
            Window1d.valid(column.kernel(), window.columns().stride(), 1));
    graph.add(
        Operators.averagePool2d(Width.of(result)),
        BuiltinOptions.Pool2DOptions,
        PoolExports.options(inside, Padding.VALID, cut.activation()),
        List.of(slice),
        mean);
    return mean;
  }

  private int joined(List<Integer> parts, int axis, String name, Shape shape) {
    if (parts.size() == 1) {
      return parts.getFirst();
    }
    int joined = target(name, shape);
    ConcatenationOptionsT options = new ConcatenationOptionsT();
    options.setAxis(axis);
    graph.add(
        Operators.concatenation(Width.of(result)),
        BuiltinOptions.ConcatenationOptions,
        options,
        parts,
        joined);
    return joined;
  }
}
