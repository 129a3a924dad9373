package org.qopt.target.tpu.dialect;

import static org.qopt.target.dialect.Int8Types.isSymmetric;
import static org.qopt.target.dialect.Int8Types.rank;

import org.qopt.dialect.quant.StorageType;
import org.qopt.dialect.quant.UniformQuantizedType;
import org.qopt.ir.op.TypeConstraint;
import org.qopt.ir.type.IntegerType;
import org.qopt.ir.type.TensorType;
import org.qopt.ir.type.Type;
import org.qopt.target.dialect.Int8Types;

/** The type constraints of {@code tpu}. Every shape is static. */
final class TpuTypes {
  static final TypeConstraint TENSOR =
      new TypeConstraint(
          "static tensor of i8, or of i16 with zero point 0, with one scale", TpuTypes::isTensor);

  static final TypeConstraint IMAGE =
      new TypeConstraint(
          "static 4-d tensor of i8, or of i16 with zero point 0, with one scale",
          type -> isTensor(type) && rank(type) == 4);

  static final TypeConstraint FILTER = Int8Types.FILTER;
  static final TypeConstraint MATRIX = Int8Types.MATRIX;

  static final TypeConstraint BIAS =
      new TypeConstraint(
          "static 1-d tensor of i32 with zero point 0, or of plain i64",
          type -> rank(type) == 1 && (isSymmetric(type, 32) || isPlain64(type)));

  private TpuTypes() {}

  private static boolean isPlain64(Type type) {
    return ((TensorType) type).elementType().equals(IntegerType.I64);
  }

  private static boolean isTensor(Type type) {
    return Int8Types.isTensor(type)
        || rank(type) >= 0
            && ((TensorType) type).elementType() instanceof UniformQuantizedType quantized
            && quantized.storage().equals(StorageType.I16)
            && quantized.zeroPoint() == 0;
  }
}
