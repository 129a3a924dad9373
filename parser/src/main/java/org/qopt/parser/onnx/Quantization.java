package org.qopt.parser.onnx;

import java.util.List;
import java.util.Optional;
import org.qopt.dialect.nn.AddOp;
import org.qopt.dialect.nn.MulOp;
import org.qopt.dialect.quant.DequantizeCastOp;
import org.qopt.dialect.quant.QuantizeCastOp;
import org.qopt.dialect.quant.QuantizedType;
import org.qopt.dialect.quant.UniformQuantizedPerAxisType;
import org.qopt.dialect.quant.UniformQuantizedType;
import org.qopt.ir.BlockArgument;
import org.qopt.ir.Value;
import org.qopt.ir.attribute.DictionaryAttr;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.tensor.ElementKind;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.FloatType;
import org.qopt.ir.type.Shape;
import org.qopt.ir.type.TensorType;

/**
 * {@code QuantizeLinear} and {@code DequantizeLinear}. Between the two the program has the real
 * numbers that the model's integers stand for; what moves or compares those does the same to these.
 */
final class Quantization {
  private static final int SCALE = 1;
  private static final int ZERO_POINT = 2;
  private static final long AXIS = 1;

  private Quantization() {}

  static void quantize(OnnxNode node) {
    node.requireInputs(2, 3);
    requireNoBlocks(node);
    OnnxValue input = node.input(0);
    QuantizedType type =
        QuantizationParameters.of(node, node.shape(0), resultKind(node), SCALE, axis(node));
    Optional<Tensor> constant = input.constant();
    if (constant.isPresent()) {
      node.forms().spend(constant.get());
      node.finish(ConstantCasts.quantized(constant.get(), type));
      return;
    }
    boolean last = input.isChannelsLast() && !(type instanceof UniformQuantizedPerAxisType);
    Value real = last ? node.forms().channelsLast(input) : node.forms().model(input);
    Value quantized = quantized(node, real, type);
    Value back = dequantized(node, quantized);
    OnnxValue result =
        last ? node.newResult().withChannelsLast(back) : node.newResult().withModel(back);
    node.finish(result.standingFor(type, quantized));
  }

  static void dequantize(OnnxNode node) {
    node.requireInputs(2, 3);
    requireNoBlocks(node);
    OnnxValue input = node.input(0);
    if (input.constant().isPresent()) {
      dequantizeConstant(node, input.constant().get());
      return;
    }
    TensorType integers = integers(node, input);
    ElementKind kind =
        input.standsFor().map(type -> type.storage().kind()).orElseGet(() -> kind(node, integers));
    QuantizedType type = QuantizationParameters.of(node, node.shape(0), kind, SCALE, axis(node));
    if (input.standsFor().isEmpty()) {
      beginQuantized(node, input, type);
    }
    QuantizedType earlier = input.standsFor().orElseThrow();
    boolean last = input.isChannelsLast();
    Value real = last ? input.channelsLast().get() : input.model().orElseThrow();
    Value quantized =
        earlier.equals(type)
            ? input.quantized().orElseGet(() -> quantized(node, real, type))
            : reread(node, real, earlier, type);
    Value back = dequantized(node, quantized);
    if (last) {
      node.finishChannelsLast(back);
    } else {
      node.finish(back);
    }
  }

  /**
   * {@return the same integers under other parameters: (q - z2) s2 is (q - z1) s1 times s2 / s1,
   * and (z1 - z2) s2 more}
   */
  private static Value reread(OnnxNode node, Value real, QuantizedType from, QuantizedType to) {
    if (!(from instanceof UniformQuantizedType first
        && to instanceof UniformQuantizedType second)) {
      throw node.fault(
          "integers of %s are dequantized as %s; where they have scales of channels, only the parameters that they were quantized with are supported"
              .formatted(from, to));
    }
    UniformQuantizedType steps =
        UniformQuantizedType.of(second.storage(), second.scale32(), first.zeroPoint());
    float factor = second.scale32() / first.scale32();
    Value scaled = quantized(node, part(node, "scaled", MulOp.DEF, real, factor), steps);
    if (steps.equals(second)) {
      return scaled;
    }
    float offset = (first.zeroPoint() - second.zeroPoint()) * second.scale32();
    Value back = dequantized(node, scaled);
    return quantized(node, part(node, "moved", AddOp.DEF, back, offset), second);
  }

  private static Value part(OnnxNode node, String name, OpDef def, Value real, float number) {
    Value constant =
        node.forms().program().constant(node.newResult().location(), Tensor.of(Shape.of(), number));
    return node.createPart(name, def, List.of(real, constant), DictionaryAttr.EMPTY);
  }

  private static void dequantizeConstant(OnnxNode node, Tensor integers) {
    QuantizedType type =
        QuantizationParameters.of(node, integers.shape(), integers.kind(), SCALE, axis(node));
    node.forms().spend(integers);
    node.finish(
        node.newResult()
            .withStored(
                ConstantCasts.real(integers, type),
                new StoredConstant(integers, type, node.input(0).location())));
  }

  /** An input of integers is quantized from the start. */
  private static void beginQuantized(OnnxNode node, OnnxValue input, QuantizedType type) {
    Value value = input.model().orElseThrow();
    if (!(value instanceof BlockArgument argument) || value.hasUses()) {
      throw node.fault("the integers to dequantize are not what 'QuantizeLinear' made");
    }
    argument.setType(((TensorType) value.type()).withElementType(type));
    input.standingFor(type, argument).withModel(dequantized(node, argument));
  }

  private static TensorType integers(OnnxNode node, OnnxValue input) {
    return (TensorType) input.channelsLast().or(input::model).orElseThrow().type();
  }

  private static ElementKind kind(OnnxNode node, TensorType integers) {
    return ElementKind.of(integers.elementType())
        .filter(kind -> !kind.isFloat())
        .orElseThrow(() -> node.fault("what is dequantized are no integers, but " + integers));
  }

  private static Value quantized(OnnxNode node, Value real, QuantizedType type) {
    TensorType whole = (TensorType) real.type();
    if (whole.elementType() != FloatType.F32) {
      throw node.fault("only numbers of type FLOAT are quantized, but got " + whole);
    }
    return node.create(QuantizeCastOp.DEF, List.of(real), whole.withElementType(type));
  }

  private static Value dequantized(OnnxNode node, Value quantized) {
    TensorType real = ((TensorType) quantized.type()).withElementType(FloatType.F32);
    return node.create(DequantizeCastOp.DEF, List.of(quantized), real);
  }

  private static ElementKind resultKind(OnnxNode node) {
    if (node.has(ZERO_POINT)) {
      return node.constant(ZERO_POINT, "the zero point").kind();
    }
    int type = Math.toIntExact(node.attributes().integer("output_dtype", 0));
    return type == 0
        ? ElementKind.U8
        : OnnxTensors.kind(type)
            .orElseThrow(
                () ->
                    node.fault(
                        "numbers of type %s are not supported"
                            .formatted(OnnxTensors.typeName(type))));
  }

  private static long axis(OnnxNode node) {
    return node.attributes().integer("axis", AXIS);
  }

  private static void requireNoBlocks(OnnxNode node) {
    long size = node.attributes().integer("block_size", 0);
    if (size != 0) {
      throw node.fault("scales of blocks are not supported (block_size " + size + ")");
    }
  }

  /** {@return whether ONNX Runtime has {@code op} as its own, for types that were new once} */
  static boolean isContributed(String domain, String op) {
    return domain.equals("com.microsoft")
        && (op.equals("QuantizeLinear") || op.equals("DequantizeLinear"));
  }

  /** Refuses operators whose scales come into being while the model runs. */
  static void dynamic(OnnxNode node) {
    throw node.fault(
        "its scales are found while the model runs; only scales that are constants are supported");
  }
}
