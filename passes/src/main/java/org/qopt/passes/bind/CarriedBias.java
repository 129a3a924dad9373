package org.qopt.passes.bind;

import com.google.common.primitives.ImmutableDoubleArray;
import java.util.Optional;
import org.qopt.dialect.quant.AnyQuantizedType;
import org.qopt.dialect.quant.DequantizeCastOp;
import org.qopt.dialect.quant.QuantizedType;
import org.qopt.dialect.quant.QuantizedTypes;
import org.qopt.dialect.quant.UniformQuantizedPerAxisType;
import org.qopt.dialect.quant.UniformQuantizedType;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.op.ConstantElements;
import org.qopt.ir.tensor.Tensor;

/**
 * A bias that the program has as integers already. They stay what they are where their scale is
 * that of the input times that of the weights: kernels add them to the sums of products as they
 * are, and a float32 would not hold each of them.
 */
final class CarriedBias {
  /** Files hold scales that were computed in float32 or in double, and rounded. */
  private static final double TOLERANCE = 1e-5;

  private CarriedBias() {}

  /**
   * {@return the integers that the program has for a {@code calib.bias}}
   *
   * @param scales the scales that the bias must have, one a channel or one for all
   */
  static Optional<Tensor> integers(Operation bias, float[] scales) {
    return bias.operand(0)
        .definingOp()
        .filter(op -> op.is(DequantizeCastOp.DEF))
        .map(op -> op.operand(0))
        .filter(stored -> hasScales(stored, scales))
        .flatMap(ConstantElements::of);
  }

  private static boolean hasScales(Value stored, float[] scales) {
    Optional<QuantizedType> type = QuantizedTypes.of(stored.type());
    return type.isPresent()
        && switch (type.get()) {
          case UniformQuantizedType one ->
              one.zeroPoint() == 0 && areNear(ImmutableDoubleArray.of(one.scale()), scales);
          case UniformQuantizedPerAxisType many ->
              many.zeroPoints().stream().allMatch(zeroPoint -> zeroPoint == 0)
                  && areNear(many.scales(), scales);
          case AnyQuantizedType _ -> false;
        };
  }

  private static boolean areNear(ImmutableDoubleArray found, float[] expected) {
    int count = Math.max(found.length(), expected.length);
    boolean fits = count % found.length() == 0 && count % Math.max(expected.length, 1) == 0;
    for (int i = 0; fits && i < count; i++) {
      double scale = expected[i % expected.length];
      fits = Math.abs(found.get(i % found.length()) - scale) <= TOLERANCE * scale;
    }
    return fits;
  }
}
