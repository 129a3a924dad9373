package org.qopt.parser.onnx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.qopt.dialect.nn.BatchNormOp;
import org.qopt.dialect.nn.DynamicReshapeOp;
import org.qopt.dialect.nn.MeanOp;
import org.qopt.dialect.nn.ReshapeOp;
import org.qopt.dialect.nn.ShapeOp;
import org.qopt.dialect.nn.SoftmaxOp;
import org.qopt.ir.Value;
import org.qopt.ir.attribute.DictionaryAttr;
import org.qopt.ir.type.Shape;
import org.qopt.parser.model.Attrs;

/** Operators along an axis: batch normalization, softmax, means. */
final class Normalization {
  private static final int SOFTMAX_TAKES_ONE_AXIS = 13;
  private static final int MEAN_TAKES_AXES_AS_INPUT = 18;

  private Normalization() {}

  static void batch(OnnxNode node) {
    node.requireInputs(5, 5);
    if (node.attributes().integer("training_mode", 0) != 0) {
      throw node.fault("the node is in training mode; only inference is supported");
    }
    int rank = node.shape(0).rank();
    if (rank < 2) {
      throw node.fault("the input has at least 2 dimensions, but got " + rank);
    }
    boolean image = rank == Layouts.RANK;
    List<Value> operands = new ArrayList<>();
    operands.add(image ? node.imageInput(0) : node.modelInput(0));
    for (int i = 1; i < node.inputs(); i++) {
      operands.add(node.modelInput(i));
    }
    DictionaryAttr attributes =
        new Attrs()
            .f32("epsilon", node.attributes().real("epsilon", 1e-5f))
            .i64("axis", image || rank == 2 ? -1 : 1)
            .build();
    Value result = node.create(BatchNormOp.DEF, operands, attributes);
    if (image) {
      node.finishChannelsLast(result);
    } else {
      node.finish(result);
    }
  }

  static void softmax(OnnxNode node) {
    node.requireInputs(1, 1);
    Shape shape = node.shape(0);
    boolean oneAxis = node.opset() >= SOFTMAX_TAKES_ONE_AXIS;
    int axis = node.axis(node.attributes().integer("axis", oneAxis ? -1 : 1), shape.rank());
    boolean alone =
        shape.dims().subArray(axis + 1, shape.rank()).stream().allMatch(dim -> dim == 1);
    if (!oneAxis && !alone) {
      flattenedSoftmax(node, axis);
      return;
    }
    OnnxValue input = node.input(0);
    if (input.isChannelsLast()) {
      node.finishChannelsLast(
          softmax(node, node.forms().channelsLast(input), Layouts.toChannelsLast(axis), 4));
    } else {
      node.finish(softmax(node, node.forms().model(input), axis, shape.rank()));
    }
  }

  private static Value softmax(OnnxNode node, Value input, int axis, int rank) {
    return node.create(
        SoftmaxOp.DEF,
        List.of(input),
        new Attrs().i64("axis", axis == rank - 1 ? -1 : axis).build());
  }

  // Before operator set 13 all dimensions from the axis on are one.
  private static void flattenedSoftmax(OnnxNode node, int axis) {
    Shape shape = node.shape(0);
    Value input = node.modelInput(0);
    long[] rows = Reshaping.flattened(node, shape, axis);
    Value flat =
        node.createPart(
            "rows", ReshapeOp.DEF, List.of(input), new Attrs().ints("shape", rows).build());
    Value soft = node.createPart("softmax", SoftmaxOp.DEF, List.of(flat), DictionaryAttr.EMPTY);
    if (shape.dims().stream().filter(dim -> dim == Shape.DYNAMIC).count() <= 1) {
      long[] dims = KnownIntegers.withRest(shape.dims().toArray());
      node.finish(
          node.create(ReshapeOp.DEF, List.of(soft), new Attrs().ints("shape", dims).build()));
    } else {
      Value dims = node.createPart("shape", ShapeOp.DEF, List.of(input), DictionaryAttr.EMPTY);
      node.finish(node.create(DynamicReshapeOp.DEF, List.of(soft, dims), DictionaryAttr.EMPTY));
    }
  }

  static void reduceMean(OnnxNode node) {
    node.requireInputs(1, 2);
    Shape shape = node.shape(0);
    long[] axes =
        node.opset() >= MEAN_TAKES_AXES_AS_INPUT
            ? node.has(1) ? node.constantIntegers(1, "the axes") : new long[0]
            : node.attributes().integers("axes").orElse(new long[0]);
    if (axes.length == 0 && node.attributes().integer("noop_with_empty_axes", 0) != 0) {
      node.finish(node.input(0));
      return;
    }
    if (axes.length == 0) {
      axes = LongStream.range(0, shape.rank()).toArray();
    }
    axes = Arrays.stream(axes).map(axis -> node.axis(axis, shape.rank())).sorted().toArray();
    boolean keep = node.attributes().integer("keepdims", 1) != 0;
    OnnxValue input = node.input(0);
    boolean image = input.isChannelsLast() && (keep || keepsOrder(axes));
    if (image) {
      axes = Arrays.stream(axes).map(axis -> Layouts.toChannelsLast((int) axis)).sorted().toArray();
    }
    Value operand = image ? node.forms().channelsLast(input) : node.forms().model(input);
    Value mean =
        node.create(
            MeanOp.DEF,
            List.of(operand),
            new Attrs().ints("axes", axes).bool("keep_dims", keep).build());
    if (image && keep) {
      node.finishChannelsLast(mean);
    } else {
      node.finish(mean);
    }
  }

  // Whether what is left of NHWC without these axes of NCHW stands in NCHW's order: the channels go
  // or nothing is left that they were moved past.
  private static boolean keepsOrder(long[] axes) {
    boolean channels = Arrays.stream(axes).anyMatch(axis -> axis == 1);
    boolean rows = Arrays.stream(axes).anyMatch(axis -> axis == 2);
    boolean columns = Arrays.stream(axes).anyMatch(axis -> axis == 3);
    return channels || rows && columns;
  }
}
