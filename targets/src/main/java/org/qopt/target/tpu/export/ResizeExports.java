package org.qopt.target.tpu.export;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.qopt.dialect.nn.attr.Resampling.Coordinates;
import org.qopt.dialect.nn.attr.Resampling.Rounding;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.type.TensorType;
import org.qopt.target.tpu.dialect.ResizeBilinearOp;
import org.qopt.target.tpu.dialect.ResizeNearestOp;
import org.tensorflow.lite.schema.BuiltinOptions;
import org.tensorflow.lite.schema.GatherOptionsT;
import org.tensorflow.lite.schema.ResizeBilinearOptionsT;
import org.tensorflow.lite.schema.ResizeNearestNeighborOptionsT;

/** {@code tpu.resize_nearest} and {@code tpu.resize_bilinear}. */
final class ResizeExports {
  private static final List<Coordinates> KNOWN =
      List.of(Coordinates.ASYMMETRIC, Coordinates.HALF_PIXEL, Coordinates.ALIGN_CORNERS);

  private ResizeExports() {}

  /** Where no coordinates of the operator's give these pixels, they are listed. */
  static void nearest(Operation operation, ModelGraph graph) {
    int[] rows = ResizeNearestOp.rows(operation);
    int[] columns = ResizeNearestOp.columns(operation);
    TensorType image = (TensorType) operation.operand(0).type();
    int height = image.shape().size(1);
    int width = image.shape().size(2);
    Optional<Coordinates> coordinates =
        KNOWN.stream()
            .filter(known -> Arrays.equals(rows, nearest(height, rows.length, known)))
            .filter(known -> Arrays.equals(columns, nearest(width, columns.length, known)))
            .findFirst();
    if (coordinates.isEmpty()) {
      gather(operation, graph, rows, columns);
      return;
    }
    ResizeNearestNeighborOptionsT options = new ResizeNearestNeighborOptionsT();
    options.setAlignCorners(coordinates.get() == Coordinates.ALIGN_CORNERS);
    options.setHalfPixelCenters(coordinates.get() == Coordinates.HALF_PIXEL);
    Value result = operation.result();
    graph.add(
        Operators.resizeNearest(Width.of(result), coordinates.get() != Coordinates.ASYMMETRIC),
        BuiltinOptions.ResizeNearestNeighborOptions,
        options,
        List.of(
            graph.tensor(operation.operand(0)),
            graph.list(result, "size", rows.length, columns.length)),
        graph.tensor(result));
  }

  /** The pixels that the operator takes. */
  private static int[] nearest(int input, int output, Coordinates coordinates) {
    boolean aligned = coordinates == Coordinates.ALIGN_CORNERS;
    float step =
        aligned && output > 1 ? (input - 1) / (float) (output - 1) : input / (float) output;
    float offset = coordinates == Coordinates.HALF_PIXEL ? 0.5f : 0;
    Rounding rounding = aligned ? Rounding.HALF_UP : Rounding.FLOOR;
    return IntStream.range(0, output)
        .map(i -> Math.min(rounding.nearest((i + offset) * step), input - 1))
        .toArray();
  }

  private static void gather(Operation operation, ModelGraph graph, int[] rows, int[] columns) {
    Value result = operation.result();
    TensorType type = (TensorType) result.type();
    int image = graph.tensor(operation.operand(0));
    TensorType between =
        type.withShape(((TensorType) operation.operand(0).type()).shape().with(1, rows.length));
    int taken = graph.part(result, "rows", between);
    gather(result, graph, image, 1, rows, taken);
    gather(result, graph, taken, 2, columns, graph.tensor(result));
  }

  private static void gather(
      Value result, ModelGraph graph, int input, int axis, int[] indices, int output) {
    GatherOptionsT options = new GatherOptionsT();
    options.setAxis(axis);
    graph.add(
        Operators.gather(Width.of(result)),
        BuiltinOptions.GatherOptions,
        options,
        List.of(input, graph.list(result, "indices", indices)),
        output);
  }

  static void bilinear(Operation operation, ModelGraph graph) {
    Coordinates coordinates = ResizeBilinearOp.coordinates(operation);
    ResizeBilinearOptionsT options = new ResizeBilinearOptionsT();
    options.setAlignCorners(coordinates == Coordinates.ALIGN_CORNERS);
    options.setHalfPixelCenters(coordinates == Coordinates.HALF_PIXEL);
    Value result = operation.result();
    TensorType type = (TensorType) result.type();
    graph.add(
        Operators.resizeBilinear(Width.of(result), coordinates == Coordinates.HALF_PIXEL),
        BuiltinOptions.ResizeBilinearOptions,
        options,
        List.of(
            graph.tensor(operation.operand(0)),
            graph.list(result, "size", type.shape().size(1), type.shape().size(2))),
        graph.tensor(result));
  }
}
