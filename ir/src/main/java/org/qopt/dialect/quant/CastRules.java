package org.qopt.dialect.quant;

import java.util.Optional;
import org.qopt.ir.op.TypeConstraint;
import org.qopt.ir.type.FloatType;
import org.qopt.ir.type.IntegerType;
import org.qopt.ir.type.OpaqueType;
import org.qopt.ir.type.ShapedType;
import org.qopt.ir.type.TensorType;
import org.qopt.ir.type.Type;

/** What the three casts ask of their types: the rules of MLIR's verifier. */
final class CastRules {
  static final TypeConstraint FLOAT =
      new TypeConstraint(
          "scalar or tensor of floats",
          type -> element(type) instanceof FloatType || isKept(element(type)));

  static final TypeConstraint QUANTIZED =
      new TypeConstraint(
          "scalar or tensor of quantized elements",
          type -> element(type) instanceof QuantizedType || isKept(element(type)));

  static final TypeConstraint INTEGER =
      new TypeConstraint(
          "scalar or tensor of signless integers",
          type ->
              (element(type) instanceof IntegerType(_, IntegerType.Signedness signedness)
                      && signedness == IntegerType.Signedness.SIGNLESS)
                  || isKept(element(type)));

  private CastRules() {}

  static Type element(Type type) {
    return type instanceof ShapedType shaped ? shaped.elementType() : type;
  }

  // Of vectors and calibrated numbers only the text is known; MLIR's casts take them too.
  private static boolean isKept(Type element) {
    return element instanceof OpaqueType || element instanceof OpaqueQuantizedType;
  }

  /** The float type must be the one that the quantized type stands for. */
  static Optional<String> expressed(Type quantized, Type real) {
    if (!(element(quantized) instanceof QuantizedType type) || isKept(element(real))) {
      return Optional.empty();
    }
    Type expected = type.expressed();
    return expected.equals(element(real))
        ? Optional.empty()
        : Optional.of(
            "expressed type in quantized type expected to match float type: expected "
                + expected
                + ", but got "
                + element(real));
  }

  /** The integer type must be as wide as the storage; its sign is the quantized type's. */
  static Optional<String> storage(Type quantized, Type integer) {
    if (!(element(quantized) instanceof QuantizedType type) || isKept(element(integer))) {
      return Optional.empty();
    }
    IntegerType expected = IntegerType.of(type.storage().width());
    return expected.equals(element(integer))
        ? Optional.empty()
        : Optional.of(
            "storage type in quantized type expected to match integer type: expected "
                + expected
                + ", but got "
                + element(integer));
  }

  /** Per-axis parameters need a tensor with that axis and a scale for each of its indices. */
  static Optional<String> perAxis(Type type) {
    if (!(element(type) instanceof UniformQuantizedPerAxisType quantized)) {
      return Optional.empty();
    }
    if (!(type instanceof ShapedType)) {
      return Optional.of("scalar types may not use per-axis quantization, but got " + type);
    }
    if (!(type instanceof TensorType tensor)) {
      return Optional.empty();
    }
    int axis = quantized.axis();
    if (axis >= tensor.rank()) {
      return Optional.of(
          "quantized dimension must be less than tensor rank: expected below %d, but got %d"
              .formatted(tensor.rank(), axis));
    }
    int scales = quantized.scales().length();
    return tensor.shape().isDynamic(axis) || tensor.shape().dim(axis) == scales
        ? Optional.empty()
        : Optional.of(
            "quantized dimension size does not match number of scales: expected %d, but got %d"
                .formatted(tensor.shape().dim(axis), scales));
  }
}
