package org.qopt.target.dialect;

import org.qopt.dialect.quant.QuantizedType;
import org.qopt.dialect.quant.StorageType;
import org.qopt.dialect.quant.UniformQuantizedPerAxisType;
import org.qopt.dialect.quant.UniformQuantizedType;
import org.qopt.ir.op.TypeConstraint;
import org.qopt.ir.type.TensorType;
import org.qopt.ir.type.Type;

/** Constraints of quantized tensors. Every shape is static. */
public final class Int8Types {
  /** Activations. */
  public static final TypeConstraint TENSOR =
      new TypeConstraint("static tensor of i8 with one scale and zero point", Int8Types::isTensor);

  /** Activations, NHWC. */
  public static final TypeConstraint IMAGE =
      new TypeConstraint(
          "static 4-d tensor of i8 with one scale and zero point",
          type -> isTensor(type) && rank(type) == 4);

  /** Weights of convolutions. */
  public static final TypeConstraint FILTER = weight("static 4-d tensor", 4);

  /** Weights of matrix products. */
  public static final TypeConstraint MATRIX = weight("static 2-d tensor", 2);

  /** Biases. */
  public static final TypeConstraint BIAS =
      new TypeConstraint(
          "static 1-d tensor of i32 with zero point 0",
          type -> rank(type) == 1 && isSymmetric(type, 32));

  private Int8Types() {}

  private static TypeConstraint weight(String shape, int rank) {
    return new TypeConstraint(
        shape + " of i8 with zero point 0", type -> rank(type) == rank && isSymmetric(type, 8));
  }

  /** {@return whether {@code type} is an activation's} */
  public static boolean isTensor(Type type) {
    return rank(type) >= 0
        && ((TensorType) type).elementType() instanceof UniformQuantizedType quantized
        && quantized.storage().equals(StorageType.I8)
        && quantized.storage().clamp(quantized.zeroPoint()) == quantized.zeroPoint();
  }

  /** {@return whether the elements of a tensor have zero point 0 and so many signed bits} */
  public static boolean isSymmetric(Type type, int width) {
    return ((TensorType) type).elementType() instanceof QuantizedType quantized
        && quantized.storage().width() == width
        && quantized.storage().signed()
        && switch (quantized) {
          case UniformQuantizedType one -> one.zeroPoint() == 0;
          case UniformQuantizedPerAxisType many ->
              many.zeroPoints().stream().allMatch(zeroPoint -> zeroPoint == 0);
          default -> false;
        };
  }

  /** {@return the rank of a static tensor, -1 for anything else} */
  public static int rank(Type type) {
    return type instanceof TensorType tensor && tensor.shape().isStatic() ? tensor.rank() : -1;
  }
}
