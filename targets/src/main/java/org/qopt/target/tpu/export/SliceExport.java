package org.qopt.target.tpu.export;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToLongFunction;
import org.qopt.dialect.nn.shape.ShapeInput;
import org.qopt.dialect.nn.shape.SliceShapes;
import org.qopt.dialect.nn.shape.SliceShapes.Range;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.type.Shape;
import org.qopt.ir.type.TensorType;
import org.tensorflow.lite.schema.BuiltinOptions;
import org.tensorflow.lite.schema.SliceOptionsT;
import org.tensorflow.lite.schema.StridedSliceOptionsT;

/**
 * {@code tpu.slice}: {@code SLICE} where all steps are 1, else {@code STRIDED_SLICE}; along one
 * axis after the other where there are many.
 */
final class SliceExport {
  private SliceExport() {}

  static void export(Operation operation, ModelGraph graph) {
    Shape shape = ((TensorType) operation.operand(0).type()).shape();
    Range[] ranges = SliceShapes.ranges(new ShapeInput(List.of(shape), operation.allAttributes()));
    Value result = operation.result();
    if (ranges.length == 0) {
      MovementExports.copy(operation.operand(0), result, graph);
      return;
    }
    if (ranges.length <= Ranks.MOVEMENT) {
      add(result, graph, ranges, graph.tensor(operation.operand(0)), graph.tensor(result));
      return;
    }
    Detour detour = new Detour(graph, operation);
    long before = 1;
    for (int axis = 0; axis < ranges.length; axis++) {
      Range range = ranges[axis];
      if (range.step() != 1 || range.count() != shape.dim(axis)) {
        Range[] along = {new Range(0, 1, before), range, new Range(0, 1, behind(shape, axis))};
        detour.along(
            axis, range.count(), (input, output, _) -> add(result, graph, along, input, output));
      }
      before *= range.count();
    }
    detour.end();
  }

  private static long behind(Shape shape, int axis) {
    return shape.dims().subArray(axis + 1, shape.rank()).stream().reduce(1, (a, b) -> a * b);
  }

  private static void add(Value result, ModelGraph graph, Range[] ranges, int input, int output) {
    int begin = graph.list(result, "begin", ints(ranges, Range::start));
    Width width = Width.of(result);
    // The step of a single element may be anything.
    if (Arrays.stream(ranges).allMatch(range -> range.step() == 1 || range.count() == 1)) {
      int size = graph.list(result, "size", ints(ranges, Range::count));
      graph.add(
          Operators.slice(width, ranges.length),
          BuiltinOptions.SliceOptions,
          new SliceOptionsT(),
          List.of(input, begin, size),
          output);
      return;
    }
    StridedSliceOptionsT options = new StridedSliceOptionsT();
    options.setEndMask(toTheFront(ranges));
    int end = graph.list(result, "end", ints(ranges, SliceExport::end));
    int step = graph.list(result, "step", ints(ranges, SliceExport::step));
    graph.add(
        Operators.stridedSlice(width, ranges.length),
        BuiltinOptions.StridedSliceOptions,
        options,
        List.of(input, begin, end, step),
        output);
  }

  /** {@return the axes along which a slice runs back beyond index 0, for which no end stands} */
  private static int toTheFront(Range[] ranges) {
    int mask = 0;
    for (int i = 0; i < ranges.length; i++) {
      mask |= end(ranges[i]) < 0 ? 1 << i : 0;
    }
    return mask;
  }

  /** {@return the index after the last, in the direction of the step} */
  private static long end(Range range) {
    return range.start() + (range.count() - 1) * step(range) + Long.signum(range.step());
  }

  private static long step(Range range) {
    return range.count() == 1 ? Long.signum(range.step()) : range.step();
  }

  private static int[] ints(Range[] ranges, ToLongFunction<Range> part) {
    return Arrays.stream(ranges).mapToLong(part).mapToInt(Math::toIntExact).toArray();
  }
}
