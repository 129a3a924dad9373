package org.qopt.parser.onnx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.qopt.dialect.nn.ConcatOp;
import org.qopt.dialect.nn.PadOp;
import org.qopt.dialect.nn.TransposeOp;
import org.qopt.ir.Value;
import org.qopt.ir.attribute.DictionaryAttr;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.Shape;
import org.qopt.parser.model.Attrs;

/** Operators that move elements. */
final class Movement {
  private static final int PAD_TAKES_INPUTS = 11;

  private Movement() {}

  static void transpose(OnnxNode node) {
    node.requireInputs(1, 1);
    OnnxValue input = node.input(0);
    int rank = node.shape(0).rank();
    long[] reversed = IntStream.range(0, rank).mapToLong(i -> rank - 1 - i).toArray();
    long[] permutation = node.attributes().integers("perm").orElse(reversed);
    int[] axes = Arrays.stream(permutation).mapToInt(axis -> node.axis(axis, rank)).toArray();
    if (axes.length != rank || IntStream.of(axes).distinct().count() != rank) {
      throw node.fault(
          "%s is not a permutation of %d axes".formatted(Arrays.toString(permutation), rank));
    }
    if (input.stored().isPresent()) {
      Tensor real = node.forms().permuted(input.constant().orElseThrow(), axes);
      StoredConstant stored = node.forms().permuted(input.stored().get(), axes);
      node.finish(node.newResult().withStored(real, stored));
    } else if (input.constant().isPresent()) {
      node.finish(node.forms().permuted(input.constant().get(), axes));
    } else if (Arrays.equals(axes, Layouts.TO_CHANNELS_LAST) && input.isChannelsLast()) {
      // The model's own change of layout: what it asks for is there already.
      node.finish(node.forms().channelsLast(input));
    } else if (Arrays.equals(axes, Layouts.TO_MODEL)) {
      node.finishChannelsLast(node.forms().model(input));
    } else {
      node.finish(
          node.create(
              TransposeOp.DEF,
              List.of(node.forms().model(input)),
              new Attrs().ints("permutation", permutation).build()));
    }
  }

  static void concat(OnnxNode node) {
    node.requireInputs(1, Integer.MAX_VALUE);
    int axis = node.axis(node.attributes().integer("axis", 1), node.shape(0).rank());
    List<OnnxValue> inputs = node.allInputs();
    Optional<long[]> known = known(inputs);
    boolean constants = inputs.stream().allMatch(input -> input.constant().isPresent());
    if (known.isPresent() && constants && sameKind(inputs)) {
      Tensor first = inputs.getFirst().constant().get();
      node.finish(Tensor.of(Shape.of(known.get().length), known.get()).cast(first.kind()));
      return;
    }
    if (inputs.stream().anyMatch(OnnxValue::isChannelsLast)) {
      inputs.forEach(input -> requireImage(node, input));
      List<Value> operands = new ArrayList<>();
      inputs.forEach(input -> operands.add(node.forms().channelsLast(input)));
      node.finishChannelsLast(
          node.create(ConcatOp.DEF, operands, axisOf(Layouts.toChannelsLast(axis))));
      return;
    }
    List<Value> operands = new ArrayList<>();
    inputs.forEach(input -> operands.add(node.forms().model(input)));
    OnnxValue result = node.finish(node.create(ConcatOp.DEF, operands, axisOf(axis)));
    known.ifPresent(result::withIntegers);
  }

  private static boolean sameKind(List<OnnxValue> inputs) {
    return inputs.stream().map(input -> input.constant().get().kind()).distinct().count() == 1;
  }

  private static void requireImage(OnnxNode node, OnnxValue input) {
    if (input.shape().map(Shape::rank).orElse(0) != Layouts.RANK) {
      throw node.fault("the inputs have different ranks");
    }
  }

  private static DictionaryAttr axisOf(int axis) {
    return new Attrs().i64("axis", axis).build();
  }

  // All vectors of integers, one after the other.
  private static Optional<long[]> known(List<OnnxValue> inputs) {
    long[] result = {};
    for (OnnxValue input : inputs) {
      boolean vector = input.shape().map(Shape::rank).orElse(0) == 1;
      if (!vector || input.integers().isEmpty()) {
        return Optional.empty();
      }
      result = KnownIntegers.concat(result, input.integers().get());
      if (result.length > KnownIntegers.MOST) {
        return Optional.empty();
      }
    }
    return Optional.of(result);
  }

  static void pad(OnnxNode node) {
    node.requireInputs(1, 4);
    String mode = node.attributes().string("mode", "constant");
    if (!mode.equals("constant") || node.has(3)) {
      throw node.fault("only padding of all axes with a constant is supported (mode " + mode + ")");
    }
    boolean inputs = node.opset() >= PAD_TAKES_INPUTS;
    long[] pads =
        inputs
            ? node.constantIntegers(1, "the padding")
            : node.attributes().integers("pads").orElseThrow(() -> node.fault("pads is missing"));
    float value = inputs ? value(node) : node.attributes().real("value", 0);
    OnnxValue input = node.input(0);
    int rank = node.shape(0).rank();
    if (pads.length != 2 * rank) {
      throw node.fault(
          "pads has two integers for each of %d axes, but got %d".formatted(rank, pads.length));
    }
    boolean image = input.isChannelsLast();
    long[] pairs = new long[pads.length];
    for (int i = 0; i < rank; i++) {
      int axis = image ? Layouts.toChannelsLast(i) : i;
      pairs[2 * axis] = pads[i];
      pairs[2 * axis + 1] = pads[rank + i];
      if (pads[i] < 0 || pads[rank + i] < 0) {
        throw node.fault("negative padding is not supported");
      }
    }
    DictionaryAttr attributes = new Attrs().ints("padding", pairs).f32("value", value).build();
    Value operand = image ? node.forms().channelsLast(input) : node.forms().model(input);
    Value padded = node.create(PadOp.DEF, List.of(operand), attributes);
    if (image) {
      node.finishChannelsLast(padded);
    } else {
      node.finish(padded);
    }
  }

  private static float value(OnnxNode node) {
    return node.has(2)
        ? node.scalarOfInput(2, "the value to pad with")
        : IntegerValues.real(node.input(0), 0);
  }
}
