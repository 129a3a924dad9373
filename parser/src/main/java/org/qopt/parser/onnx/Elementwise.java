package org.qopt.parser.onnx;

import java.util.List;
import java.util.Optional;
import org.qopt.dialect.nn.ClampOp;
import org.qopt.dialect.nn.HardSigmoidOp;
import org.qopt.dialect.nn.PowOp;
import org.qopt.dialect.nn.Relu6Op;
import org.qopt.dialect.nn.ReluOp;
import org.qopt.ir.Value;
import org.qopt.ir.attribute.DictionaryAttr;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.tensor.ElementKind;
import org.qopt.ir.type.Shape;
import org.qopt.parser.model.Attrs;

/** Operators that treat every element alike, and so work in whatever layout their inputs have. */
final class Elementwise {
  private static final int CLIP_TAKES_INPUTS = 11;

  private Elementwise() {}

  static void unary(OnnxNode node, OpDef def) {
    node.requireInputs(1, 1);
    unary(node, def, DictionaryAttr.EMPTY);
  }

  private static void unary(OnnxNode node, OpDef def, DictionaryAttr attributes) {
    OnnxValue input = node.input(0);
    if (input.isChannelsLast()) {
      node.finishChannelsLast(
          node.create(def, List.of(node.forms().channelsLast(input)), attributes));
    } else {
      node.finish(node.create(def, List.of(node.forms().model(input)), attributes));
    }
  }

  static void hardSigmoid(OnnxNode node) {
    node.requireInputs(1, 1);
    unary(
        node,
        HardSigmoidOp.DEF,
        new Attrs()
            .f32("alpha", node.attributes().real("alpha", 0.2f))
            .f32("beta", node.attributes().real("beta", 0.5f))
            .build());
  }

  static void clip(OnnxNode node) {
    node.requireInputs(1, 3);
    boolean inputs = node.opset() >= CLIP_TAKES_INPUTS;
    float min =
        inputs ? bound(node, 1, -Float.MAX_VALUE) : node.attributes().real("min", -Float.MAX_VALUE);
    float max =
        inputs ? bound(node, 2, Float.MAX_VALUE) : node.attributes().real("max", Float.MAX_VALUE);
    if (!(min <= max)) {
      throw node.fault("the least value " + min + " is above the largest " + max);
    }
    if (min == 0 && max == 6) {
      unary(node, Relu6Op.DEF, DictionaryAttr.EMPTY);
    } else if (min == 0 && max >= Float.MAX_VALUE) {
      unary(node, ReluOp.DEF, DictionaryAttr.EMPTY);
    } else {
      unary(node, ClampOp.DEF, new Attrs().f32("min", min).f32("max", max).build());
    }
  }

  private static float bound(OnnxNode node, int index, float absent) {
    return node.has(index) ? node.scalarOfInput(index, "the bound") : absent;
  }

  static void binary(OnnxNode node, OpDef def) {
    node.requireInputs(2, 2);
    binary(node, def, node.input(0), node.input(1));
  }

  private static void binary(OnnxNode node, OpDef def, OnnxValue a, OnnxValue b) {
    Optional<List<Value>> images = images(node, a, b);
    if (images.isPresent()) {
      node.finishChannelsLast(node.create(def, images.get(), DictionaryAttr.EMPTY));
    } else {
      List<Value> operands = List.of(node.forms().model(a), node.forms().model(b));
      node.finish(node.create(def, operands, DictionaryAttr.EMPTY));
    }
  }

  /** Raises to a power. The exponent may be of another type, which a constant one can give up. */
  static void power(OnnxNode node) {
    node.requireInputs(2, 2);
    binary(node, PowOp.DEF, node.input(0), floatIfConstant(node.input(1)));
  }

  private static OnnxValue floatIfConstant(OnnxValue value) {
    return value
        .constant()
        .map(
            elements ->
                new OnnxValue(value.name(), value.location())
                    .withConstant(elements.cast(ElementKind.F32)))
        .orElse(value);
  }

  /** {@return the operands with channels last, if one is so and the other can be} */
  private static Optional<List<Value>> images(OnnxNode node, OnnxValue a, OnnxValue b) {
    if (!a.isChannelsLast() && !b.isChannelsLast()) {
      return Optional.empty();
    }
    Optional<Value> left = image(node, a);
    Optional<Value> right = image(node, b);
    return left.isPresent() && right.isPresent()
        ? Optional.of(List.of(left.get(), right.get()))
        : Optional.empty();
  }

  private static Optional<Value> image(OnnxNode node, OnnxValue value) {
    int rank = value.shape().map(Shape::rank).orElse(Integer.MAX_VALUE);
    if (value.constant().isPresent() && rank <= Layouts.RANK) {
      return Optional.of(node.forms().broadcastChannelsLast(value));
    }
    if (rank == Layouts.RANK) {
      return Optional.of(node.forms().channelsLast(value));
    }
    return rank == 0 ? Optional.of(node.forms().model(value)) : Optional.empty();
  }
}
