package org.qopt.parser.tflite;

import com.google.common.primitives.ImmutableLongArray;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.qopt.dialect.nn.ReshapeOp;
import org.qopt.dialect.nn.SliceOp;
import org.qopt.ir.Value;
import org.qopt.ir.attribute.DictionaryAttr;
import org.qopt.ir.type.Shape;
import org.qopt.ir.type.TensorType;
import org.qopt.parser.model.Attrs;
import org.qopt.parser.tflite.TfliteOptions.StridedSlice;

/** {@code SLICE} and {@code STRIDED_SLICE} with constant bounds. */
final class SliceOperators {
  private SliceOperators() {}

  static void slice(NodeImport node) {
    node.requireInputs(3, 3);
    Shape shape = node.inputType(0).shape();
    long[] begins = node.integers(1, "the begin");
    long[] sizes = node.integers(2, "the size");
    requireRank(node, shape, begins, sizes);
    long[] ends = new long[sizes.length];
    for (int i = 0; i < ends.length; i++) {
      if (begins[i] < 0 || sizes[i] < -1) {
        throw node.fault("begins and sizes are at least 0 (a size of -1 is the rest)");
      }
      ends[i] = sizes[i] == -1 ? end(shape, i) : Math.addExact(begins[i], sizes[i]);
      if (sizes[i] != -1 && !shape.isDynamic(i) && ends[i] > shape.dim(i)) {
        throw node.fault("index %d is outside axis %d of [%s]".formatted(ends[i] - 1, i, shape));
      }
    }
    long[] steps = new long[ends.length];
    Arrays.fill(steps, 1);
    node.finish(SliceOp.DEF, List.of(node.input(0)), attributes(begins, ends, steps));
  }

  static void stridedSlice(NodeImport node) {
    node.requireInputs(4, 4);
    StridedSlice options = node.options(StridedSlice.class);
    if (options.ellipsis() != 0 || options.newAxis() != 0) {
      throw node.fault("ellipsis and new axes are not supported; begin, end and shrink masks are");
    }
    Shape shape = node.inputType(0).shape();
    long[] begins = node.integers(1, "the begin");
    long[] ends = node.integers(2, "the end");
    long[] steps = node.integers(3, "the strides");
    requireRank(node, shape, begins, ends);
    requireRank(node, shape, begins, steps);
    for (int i = 0; i < begins.length; i++) {
      bound(options, shape, i, begins, ends, steps);
    }
    DictionaryAttr attributes = attributes(begins, ends, steps);
    if (options.shrinkAxis() == 0) {
      node.finish(SliceOp.DEF, List.of(node.input(0)), attributes);
      return;
    }
    Value part = node.createPart("slice", SliceOp.DEF, List.of(node.input(0)), attributes);
    node.finish(ReshapeOp.DEF, List.of(part), shrunk(node, part, options));
  }

  private static void bound(
      StridedSlice options, Shape shape, int axis, long[] begins, long[] ends, long[] steps) {
    boolean forward = steps[axis] > 0;
    if (isSet(options.shrinkAxis(), axis)) {
      // One index: the end and the stride do not count.
      steps[axis] = 1;
      ends[axis] = begins[axis] == -1 ? end(shape, axis) : begins[axis] + 1;
      return;
    }
    if (isSet(options.begin(), axis)) {
      begins[axis] = forward ? 0 : Long.MAX_VALUE;
    }
    if (isSet(options.end(), axis)) {
      ends[axis] = forward ? end(shape, axis) : Long.MIN_VALUE;
    }
  }

  private static long end(Shape shape, int axis) {
    return shape.isDynamic(axis) ? Long.MAX_VALUE : shape.dim(axis);
  }

  private static DictionaryAttr shrunk(NodeImport node, Value part, StridedSlice options) {
    Shape shape = ((TensorType) part.type()).shape();
    ImmutableLongArray.Builder dims = ImmutableLongArray.builder();
    for (int i = 0; i < shape.rank(); i++) {
      if (!isSet(options.shrinkAxis(), i)) {
        dims.add(shape.isDynamic(i) ? -1 : shape.dim(i));
      } else if (shape.dim(i) != 1) {
        throw node.fault("axis " + i + " cannot be dropped: the index is outside of it");
      }
    }
    ImmutableLongArray left = dims.build();
    if (left.stream().filter(dim -> dim == -1).count() > 1) {
      throw node.fault(
          "the result has several dimensions that are not known: fix them with --input-shape");
    }
    return new Attrs().ints("shape", left.toArray()).build();
  }

  private static boolean isSet(int mask, int axis) {
    return axis < Integer.SIZE && (mask >> axis & 1) != 0;
  }

  private static DictionaryAttr attributes(long[] starts, long[] ends, long[] steps) {
    return new Attrs()
        .ints("starts", starts)
        .ints("ends", ends)
        .ints("axes", LongStream.range(0, starts.length).toArray())
        .ints("steps", steps)
        .build();
  }

  private static void requireRank(NodeImport node, Shape shape, long[] first, long[] second) {
    if (first.length != shape.rank() || second.length != shape.rank()) {
      throw node.fault(
          "expected %d bounds for [%s], but got %d and %d"
              .formatted(shape.rank(), shape, first.length, second.length));
    }
  }
}
