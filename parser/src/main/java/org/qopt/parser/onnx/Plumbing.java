package org.qopt.parser.onnx;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.qopt.dialect.nn.CastOp;
import org.qopt.dialect.nn.ShapeOp;
import org.qopt.dialect.nn.SliceOp;
import org.qopt.ir.Value;
import org.qopt.ir.attribute.DictionaryAttr;
import org.qopt.ir.tensor.ElementKind;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.Shape;
import org.qopt.ir.type.ShapedType;
import org.qopt.parser.model.Attrs;

/** Operators that compute nothing on images: constants, names, conversions, shapes. */
final class Plumbing {
  private Plumbing() {}

  static void identity(OnnxNode node) {
    node.requireInputs(1, 1);
    node.finish(node.input(0));
  }

  static void dropout(OnnxNode node) {
    node.requireInputs(1, 3);
    if (node.has(2) && node.constant(2, "the training mode").integer(0) != 0) {
      throw node.fault("the node is in training mode; only inference is supported");
    }
    node.finish(node.input(0));
  }

  static void constant(OnnxNode node) {
    node.requireInputs(0, 0);
    Optional<Tensor> elements =
        node.attributes()
            .tensor("value")
            .map(tensor -> OnnxTensors.decode(tensor, node::fault))
            .or(
                () ->
                    node.attributes()
                        .reals("value_floats")
                        .map(values -> Tensor.of(Shape.of(values.length), values)))
            .or(
                () ->
                    node.attributes()
                        .integers("value_ints")
                        .map(values -> Tensor.of(Shape.of(values.length), values)));
    if (elements.isEmpty() && node.attributes().has("value_float")) {
      elements = Optional.of(Tensor.of(Shape.of(), node.attributes().real("value_float", 0)));
    } else if (elements.isEmpty() && node.attributes().has("value_int")) {
      elements = Optional.of(Tensor.of(Shape.of(), node.attributes().integer("value_int", 0)));
    }
    node.finish(
        elements.orElseThrow(
            () ->
                node.fault(
                    "only constants of dense numbers are supported: value, value_float(s),"
                        + " value_int(s)")));
  }

  static void cast(OnnxNode node) {
    node.requireInputs(1, 1);
    int type = Math.toIntExact(node.attributes().integer("to", 0));
    ElementKind kind =
        OnnxTensors.kind(type)
            .map(OnnxTensors::widened)
            .orElseThrow(
                () ->
                    node.fault("conversion to " + OnnxTensors.typeName(type) + " is unsupported"));
    OnnxValue input = node.input(0);
    if (input.constant().isPresent() && kind != ElementKind.BOOL) {
      Tensor elements = input.constant().get();
      node.forms().spend(elements);
      node.finish(elements.cast(kind));
      return;
    }
    boolean last = input.isChannelsLast();
    Value value = last ? node.forms().channelsLast(input) : node.forms().model(input);
    ShapedType from = (ShapedType) value.type();
    if (from.elementType().equals(kind.type())) {
      node.finish(input);
      return;
    }
    Value cast = node.create(CastOp.DEF, List.of(value), from.withElementType(kind.type()));
    OnnxValue result = last ? node.finishChannelsLast(cast) : node.finish(cast);
    if (!kind.isFloat() && kind != ElementKind.BOOL) {
      input.integers().ifPresent(result::withIntegers);
    }
  }

  static void shape(OnnxNode node) {
    node.requireInputs(1, 1);
    long[] dims = node.shape(0).dims().toArray();
    int from = clamped(node.attributes().integer("start", 0), dims.length);
    int to = Math.max(from, clamped(node.attributes().integer("end", dims.length), dims.length));
    long[] known = Arrays.copyOfRange(dims, from, to);
    if (KnownIntegers.allKnown(known)) {
      node.finish(Tensor.of(Shape.of(known.length), known));
      return;
    }
    Value whole = node.modelInput(0);
    if (known.length == dims.length) {
      node.finish(node.create(ShapeOp.DEF, List.of(whole), DictionaryAttr.EMPTY))
          .withIntegers(known);
      return;
    }
    Value all = node.createPart("all", ShapeOp.DEF, List.of(whole), DictionaryAttr.EMPTY);
    DictionaryAttr part =
        new Attrs().ints("starts", from).ints("ends", to).ints("axes", 0).ints("steps", 1).build();
    node.finish(node.create(SliceOp.DEF, List.of(all), part)).withIntegers(known);
  }

  private static int clamped(long index, int size) {
    return Math.clamp(index < 0 ? index + size : index, 0, size);
  }
}
