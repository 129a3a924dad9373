package org.qopt.parser.onnx;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.qopt.dialect.nn.ReshapeOp;
import org.qopt.dialect.nn.SliceOp;
import org.qopt.ir.Value;
import org.qopt.ir.attribute.DictionaryAttr;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.Shape;
import org.qopt.parser.model.Attrs;

/** Operators that take a part of a tensor. */
final class Selection {
  private static final int SLICE_TAKES_INPUTS = 10;

  private Selection() {}

  /** The bounds of a slice, one of each for each axis. */
  private record Bounds(long[] starts, long[] ends, long[] axes, long[] steps) {
    DictionaryAttr attributes() {
      return new Attrs()
          .ints("starts", starts)
          .ints("ends", ends)
          .ints("axes", axes)
          .ints("steps", steps)
          .build();
    }
  }

  static void slice(OnnxNode node) {
    node.requireInputs(1, 5);
    int rank = node.shape(0).rank();
    Bounds bounds = bounds(node, rank);
    OnnxValue input = node.input(0);
    boolean first = bounds.axes().length == 1 && rank == 1;
    Optional<long[]> known =
        first
            ? input
                .integers()
                .flatMap(
                    all ->
                        KnownIntegers.slice(
                            all, bounds.starts()[0], bounds.ends()[0], bounds.steps()[0]))
            : Optional.empty();
    if (known.isPresent() && input.constant().isPresent()) {
      node.finish(vector(known.get()).cast(input.constant().get().kind()));
      return;
    }
    if (input.isChannelsLast()) {
      long[] axes =
          Arrays.stream(bounds.axes()).map(a -> Layouts.toChannelsLast((int) a)).toArray();
      Bounds moved = new Bounds(bounds.starts(), bounds.ends(), axes, bounds.steps());
      node.finishChannelsLast(
          node.create(SliceOp.DEF, List.of(node.forms().channelsLast(input)), moved.attributes()));
      return;
    }
    OnnxValue result =
        node.finish(
            node.create(SliceOp.DEF, List.of(node.forms().model(input)), bounds.attributes()));
    known.ifPresent(result::withIntegers);
  }

  private static Bounds bounds(OnnxNode node, int rank) {
    boolean inputs = node.opset() >= SLICE_TAKES_INPUTS;
    long[] starts =
        inputs
            ? node.constantIntegers(1, "the start")
            : node.attributes()
                .integers("starts")
                .orElseThrow(() -> node.fault("starts is missing"));
    long[] ends =
        inputs
            ? node.constantIntegers(2, "the end")
            : node.attributes().integers("ends").orElseThrow(() -> node.fault("ends is missing"));
    long[] axes = LongStream.range(0, starts.length).toArray();
    if (!inputs) {
      axes = node.attributes().integers("axes").orElse(axes);
    } else if (node.has(3)) {
      axes = node.constantIntegers(3, "the axes");
    }
    long[] steps = new long[starts.length];
    Arrays.fill(steps, 1);
    if (inputs && node.has(4)) {
      steps = node.constantIntegers(4, "the steps");
    }
    if (ends.length != starts.length
        || axes.length != starts.length
        || steps.length != starts.length) {
      throw node.fault("starts, ends, axes and steps differ in length");
    }
    long[] counted = Arrays.stream(axes).map(axis -> node.axis(axis, rank)).toArray();
    return new Bounds(starts, ends, counted, steps);
  }

  static void gather(OnnxNode node) {
    node.requireInputs(2, 2);
    Tensor indices = node.constant(1, "the indices");
    int rank = node.shape(0).rank();
    int axis = node.axis(node.attributes().integer("axis", 0), rank);
    if (indices.size() != 1 && !(rank == 1 && node.input(0).constant().isPresent())) {
      throw node.fault("only one index is supported, or several into a constant vector");
    }
    if (rank == 1 && node.input(0).integers().isPresent()) {
      gatherKnown(node, indices);
    } else {
      gatherOne(node, indices, axis);
    }
  }

  private static void gatherKnown(OnnxNode node, Tensor indices) {
    OnnxValue input = node.input(0);
    long[] all = input.integers().get();
    long[] known = new long[Math.toIntExact(indices.size())];
    for (int i = 0; i < known.length; i++) {
      known[i] = all[node.axis(indices.integer(i), all.length)];
    }
    if (input.constant().isPresent()) {
      Tensor elements = vector(known).cast(input.constant().get().kind());
      node.finish(elements.reshaped(indices.shape()));
    } else {
      gatherOne(node, indices, 0).withIntegers(known);
    }
  }

  // One index is a slice; the axis stays if the index is a vector.
  private static OnnxValue gatherOne(OnnxNode node, Tensor indices, int axis) {
    if (indices.size() != 1 || indices.shape().rank() > 1) {
      throw node.fault("only one index is supported, or several into a constant vector");
    }
    long index = indices.integer(0);
    Bounds bounds =
        new Bounds(
            new long[] {index},
            new long[] {index == -1 ? Long.MAX_VALUE : index + 1},
            new long[] {axis},
            new long[] {1});
    List<Value> operands = List.of(node.modelInput(0));
    if (indices.shape().rank() == 1) {
      return node.finish(node.create(SliceOp.DEF, operands, bounds.attributes()));
    }
    Value part = node.createPart("slice", SliceOp.DEF, operands, bounds.attributes());
    Shape shape = node.shape(0);
    long[] dims = new long[shape.rank() - 1];
    for (int i = 0; i < dims.length; i++) {
      dims[i] = shape.dim(i < axis ? i : i + 1);
    }
    long[] left = KnownIntegers.withRest(dims);
    if (Arrays.stream(left).filter(dim -> dim == -1).count() > 1) {
      throw node.fault(
          "the result has several dimensions that are not known: fix them with --input-shape");
    }
    return node.finish(
        node.create(ReshapeOp.DEF, List.of(part), new Attrs().ints("shape", left).build()));
  }

  private static Tensor vector(long[] values) {
    return Tensor.of(Shape.of(values.length), values);
  }
}
