package org.qopt.target.tpu.dialect;

import org.qopt.dialect.quant.QuantizedType;
import org.qopt.dialect.quant.StorageType;
import org.qopt.dialect.quant.UniformQuantizedPerAxisType;
import org.qopt.dialect.quant.UniformQuantizedType;
import org.qopt.ir.op.TypeConstraint;
import org.qopt.ir.type.IntegerType;
import org.qopt.ir.type.TensorType;
import org.qopt.ir.type.Type;

/** The type constraints of {@code tpu}. Every shape is static. */
final class TpuTypes {
  static final TypeConstraint TENSOR =
      new TypeConstraint(
          "static tensor of i8, or of i16 with zero point 0, with one scale", TpuTypes::isTensor);

  static final TypeConstraint IMAGE =
      new TypeConstraint(
          "static 4-d tensor of i8, or of i16 with zero point 0, with one scale",
          type -> isTensor(type) && rank(type) == 4);

  static final TypeConstraint FILTER = weight("static 4-d tensor", 4);
  static final TypeConstraint MATRIX = weight("static 2-d tensor", 2);

  static final TypeConstraint BIAS =
      new TypeConstraint(
          "static 1-d tensor of i32 with zero point 0, or of plain i64",
          type -> rank(type) == 1 && (isSymmetric(type, 32) || isPlain64(type)));

  private TpuTypes() {}

  private static TypeConstraint weight(String shape, int rank) {
    return new TypeConstraint(
        shape + " of i8 with zero point 0", type -> rank(type) == rank && isSymmetric(type, 8));
  }

  private static boolean isPlain64(Type type) {
    return ((TensorType) type).elementType().equals(IntegerType.I64);
  }

  private static boolean isTensor(Type type) {
    return rank(type) >= 0
        && ((TensorType) type).elementType() instanceof UniformQuantizedType quantized
        && (isByte(quantized)
            || (quantized.storage().equals(StorageType.I16) && quantized.zeroPoint() == 0));
  }

  private static boolean isByte(UniformQuantizedType quantized) {
    return quantized.storage().equals(StorageType.I8)
        && quantized.storage().clamp(quantized.zeroPoint()) == quantized.zeroPoint();
  }

  private static boolean isSymmetric(Type type, int width) {
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
  private static int rank(Type type) {
    return type instanceof TensorType tensor && tensor.shape().isStatic() ? tensor.rank() : -1;
  }
}
