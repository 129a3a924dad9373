package org.qopt.target.tpu.dialect;

import java.util.Optional;
import org.qopt.dialect.quant.QuantizedType;
import org.qopt.dialect.quant.StorageType;
import org.qopt.dialect.quant.UniformQuantizedPerAxisType;
import org.qopt.dialect.quant.UniformQuantizedType;
import org.qopt.ir.Operation;
import org.qopt.ir.tensor.ElementKind;
import org.qopt.ir.type.IntegerType;
import org.qopt.ir.type.TensorType;
import org.qopt.ir.type.Type;
import org.qopt.target.dialect.Bytes;
import org.qopt.target.dialect.Scales;

/** What the biases of operations of {@code tpu} are, beside what targets share. */
public final class Biases {

  private Biases() {}

  /** {@return how the bias of {@code operation} is stored, whether it has one or not} */
  public static QuantizedType biasElement(Operation operation) {
    float input = Scales.scale(operation.operand(0).type());
    float[] filter = Scales.all(operation.operand(1).type());
    double[] scales = new double[filter.length];
    for (int i = 0; i < scales.length; i++) {
      // A bias of zeros has a scale even where the product is too small for one.
      scales[i] = Math.max(input * filter[i], Float.MIN_VALUE);
    }
    return scales.length == 1
        ? UniformQuantizedType.of(StorageType.I32, (float) scales[0], 0)
        : UniformQuantizedPerAxisType.symmetric(StorageType.I32, 0, scales);
  }

  /** {@return the bias as sums begin with it, zeros if there is none} */
  static long[] sums(Operation operation, int channels) {
    return operation.operandCount() > 2
        ? Bytes.constant(operation, 2).cast(ElementKind.I64).longs()
        : new long[channels];
  }

  /** Checks that a bias, if there is one, has the scales that the sums of products have. */
  static Optional<String> bias(Operation operation) {
    if (operation.operandCount() < 3) {
      return Optional.empty();
    }
    Type bias = operation.operand(2).type();
    boolean wide = ((TensorType) bias).elementType().equals(IntegerType.I64);
    if (wide != Scales.bits(operation.operand(0).type()) > Byte.SIZE) {
      return Optional.of(
          "expected a bias of i32 for an input of i8, of i64 for one of i16, but got " + bias);
    }
    return wide ? Optional.empty() : org.qopt.target.dialect.FilterClauses.bias(operation);
  }
}
