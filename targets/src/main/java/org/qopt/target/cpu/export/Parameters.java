package org.qopt.target.cpu.export;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.qopt.dialect.quant.QuantizedType;
import org.qopt.dialect.quant.QuantizedTypes;
import org.qopt.dialect.quant.UniformQuantizedPerAxisType;
import org.qopt.dialect.quant.UniformQuantizedType;
import org.qopt.ir.Value;
import org.qopt.ir.tensor.ElementKind;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.Shape;
import org.qopt.target.dialect.Scales;

/**
 * Scales and zero points as constants. Equal ones of activations are stored once; those of weights
 * are not, since ONNX Runtime changes them in place where it makes weights unsigned.
 */
record Parameters(OnnxGraph graph, Tensors tensors) {
  /** {@return the constants that hold scale and zero point of {@code value}, one or many each} */
  List<String> of(Value value) {
    float[] scales = Scales.all(value.type());
    Shape shape = axis(value).isPresent() ? Shape.of(scales.length) : Shape.of();
    return List.of(
        constant(value, "_scale", Tensor.of(shape, scales)),
        constant(value, "_zero_point", zeroPoints(value, shape)));
  }

  private String constant(Value value, String suffix, Tensor tensor) {
    String name = tensors.name(value) + suffix;
    return Tensors.isActivation(value)
        ? graph.shared(name, tensor)
        : graph.constant(name, tensor, Layout.plain(tensor.shape().rank()));
  }

  private Tensor zeroPoints(Value value, Shape shape) {
    QuantizedType type = QuantizedTypes.of(value.type()).orElseThrow();
    if (type instanceof UniformQuantizedType one && one.storage().width() == Byte.SIZE) {
      return tensors.stored(value, Tensor.of(shape, (byte) one.zeroPoint()));
    }
    ElementKind kind = type.storage().kind();
    return Tensor.of(shape, new int[Math.toIntExact(shape.elements())]).cast(kind);
  }

  /** {@return the axis that has a scale for each index, if {@code value} has more than one} */
  static OptionalInt axis(Value value) {
    return QuantizedTypes.of(value.type()).orElseThrow() instanceof UniformQuantizedPerAxisType many
        ? OptionalInt.of(many.axis())
        : OptionalInt.empty();
  }

  /** {@return the tensor and the constants of each of {@code uses}} */
  List<String> triples(List<Use> uses) {
    List<String> names = new ArrayList<>();
    for (Use use : uses) {
      names.add(use.tensor());
      names.addAll(of(use.value()));
    }
    return names;
  }
}
