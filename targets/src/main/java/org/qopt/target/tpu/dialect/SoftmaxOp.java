package org.qopt.target.tpu.dialect;

import static org.qopt.target.tpu.dialect.TpuAttributes.MULTIPLIER;
import static org.qopt.target.tpu.dialect.TpuAttributes.SHIFT;

import java.util.Map;
import java.util.Optional;
import org.qopt.dialect.nn.shape.MovementShapes;
import org.qopt.dialect.quant.StorageType;
import org.qopt.dialect.quant.UniformQuantizedType;
import org.qopt.ir.Operation;
import org.qopt.ir.attribute.Attribute;
import org.qopt.ir.attribute.IntegerAttr;
import org.qopt.ir.interpret.Kernel;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.op.Traits;
import org.qopt.target.tpu.numerics.Softmax;

/** {@code tpu.softmax}: softmax over the last dimension. */
public final class SoftmaxOp {
  /** What the result always is: scale 1/256 and zero point -128. */
  public static final UniformQuantizedType RESULT =
      UniformQuantizedType.of(StorageType.I8, 1 / 256f, -128);

  private static final String LEAST = "least_difference";

  /** The definition. */
  public static final OpDef DEF =
      OpDef.named("tpu.softmax")
          .summary("softmax over the last dimension")
          .description(
              """
              The difference of each byte to the largest of its row, multiplied by \
              `multiplier * 2^(shift - 31)`, is a number with 26 fraction bits; its exponential and \
              the reciprocal of their sum are computed in fixed point. Bytes that lie further below \
              the largest than 'least_difference' count as minus infinity. The factor beta of \
              nn.softmax is in the multiplier.""")
          .example(
              """
              func.func @f(%x: tensor<1x4x!quant.uniform<i8:f32, 0.0625:-3>>)
                  -> tensor<1x4x!quant.uniform<i8:f32, 0.00390625:-128>> {
                %y = tpu.softmax %x {least_difference = -248 : i32, multiplier = 1073741824 : i32,
                    rounding = "double", shift = 23 : i32}
                    : tensor<1x4x!quant.uniform<i8:f32, 0.00390625:-128>>
                return %y : tensor<1x4x!quant.uniform<i8:f32, 0.00390625:-128>>
              }""")
          .operand("x", TpuTypes.TENSOR)
          .attribute(MULTIPLIER, TpuAttributes.MANTISSA)
          .attribute(SHIFT, TpuAttributes.EXPONENT)
          .attribute(LEAST, TpuAttributes.I32)
          .attribute(TpuAttributes.ROUNDING, TpuAttributes.DOUBLE_ROUNDING)
          .result("result", TpuTypes.TENSOR)
          .traits(Traits.PURE)
          .clause(TpuClauses.SHAPE, TpuClauses.shape(MovementShapes::same))
          .clause("the input has a dimension", SoftmaxOp::rank)
          .clause("the result has scale 1/256 and zero point -128", SoftmaxOp::result)
          .clause(
              "the least difference follows from the shift, which is at least 0", SoftmaxOp::least)
          .kernel(SoftmaxOp::kernel)
          .build();

  private SoftmaxOp() {}

  /**
   * {@return the attributes of softmax of {@code beta} times inputs of this scale}
   *
   * @throws IllegalArgumentException if there is no form in integers; the message says why
   */
  public static Map<String, Attribute> attributes(float inputScale, float beta) {
    Softmax softmax = Softmax.of(inputScale, beta);
    return Map.of(
        MULTIPLIER, TpuAttributes.mantissa(softmax.multiplier()),
        SHIFT, TpuAttributes.exponent(softmax.multiplier()),
        LEAST, IntegerAttr.i32(softmax.leastDifference()));
  }

  /**
   * {@return the factor of the inputs that the multiplier of {@code operation} contains}: the f32
   * number for which {@link #attributes} gives the multiplier, if there is one. The multiplier has
   * more bits than an f32, so that the nearest is the only one.
   */
  public static float beta(Operation operation) {
    double unit = Math.scalb((double) Scales.scale(operation.operand(0).type()), 26);
    return (float) (of(operation).multiplier().real() / unit);
  }

  /** {@return what {@code operation} computes} */
  public static Softmax of(Operation operation) {
    return new Softmax(
        TpuAttributes.multiplier(operation, MULTIPLIER, SHIFT),
        TpuAttributes.integer(operation, LEAST));
  }

  private static Optional<String> rank(Operation operation) {
    return Scales.dims(operation.operand(0).type()).length > 0
        ? Optional.empty()
        : Optional.of("expected an input of at least one dimension, but got a scalar");
  }

  private static Optional<String> result(Operation operation) {
    UniformQuantizedType found = Scales.uniform(operation.result().type());
    return found.equals(RESULT)
        ? Optional.empty()
        : Optional.of("expected a result with elements of %s, but got %s".formatted(RESULT, found));
  }

  private static Optional<String> least(Operation operation) {
    Softmax softmax = of(operation);
    if (softmax.multiplier().shift() < 0) {
      return Optional.of("expected a shift of at least 0, but got " + softmax.multiplier().shift());
    }
    // 31 is the largest exponent whose exponential is told from 0; 26 fraction bits.
    int expected = -(int) Math.floor(Math.scalb(31.0, 26 - softmax.multiplier().shift()));
    return expected == softmax.leastDifference()
        ? Optional.empty()
        : Optional.of(
            "expected '%s' to be %d, which follows from the shift, but got %d"
                .formatted(LEAST, expected, softmax.leastDifference()));
  }

  private static Kernel kernel(Operation operation) {
    int[] dims = Scales.dims(operation.operand(0).type());
    Softmax softmax = of(operation);
    return Bytes.unary(operation, input -> softmax.execute(input, dims[dims.length - 1]));
  }
}
