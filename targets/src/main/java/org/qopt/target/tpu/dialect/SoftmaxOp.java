package org.qopt.target.tpu.dialect;

import static org.qopt.target.tpu.dialect.TpuAttributes.MULTIPLIER;
import static org.qopt.target.tpu.dialect.TpuAttributes.SHIFT;

import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qopt.dialect.nn.shape.MovementShapes;
import org.qopt.dialect.quant.StorageType;
import org.qopt.dialect.quant.UniformQuantizedType;
import org.qopt.ir.Operation;
import org.qopt.ir.attribute.Attribute;
import org.qopt.ir.attribute.DictionaryAttr;
import org.qopt.ir.attribute.IntegerAttr;
import org.qopt.ir.interpret.Kernel;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.op.Traits;
import org.qopt.ir.type.Type;
import org.qopt.target.dialect.Bytes;
import org.qopt.target.dialect.Scales;
import org.qopt.target.tpu.numerics.QuantizedMultiplier;
import org.qopt.target.tpu.numerics.Softmax;

/** {@code tpu.softmax}: softmax over the last dimension. */
public final class SoftmaxOp {
  /** What the result always is: scale 1/256 and zero point -128. */
  public static final UniformQuantizedType RESULT =
      UniformQuantizedType.of(StorageType.I8, 1 / 256f, -128);

  private static final String LEAST = "least_difference";
  static final String BETA_MULTIPLIER = "beta_multiplier";
  static final String BETA_SHIFT = "beta_shift";
  static final QuantizedMultiplier ONE = QuantizedMultiplier.of(1);

  /** What follows from the types and the factor. */
  public static final Derivation DERIVATION = SoftmaxOp::derived;

  /** The definition. */
  public static final OpDef DEF =
      OpDef.named("tpu.softmax")
          .summary("softmax over the last dimension")
          .description(
              """
              The difference of each byte to the largest of its row, multiplied by \
              `multiplier * 2^(shift - 31)`, is a number with 26 fraction bits; its exponential and \
              the reciprocal of their sum are computed in fixed point. Bytes that lie further below \
              the largest than 'least_difference' count as minus infinity. The multiplier contains \
              the factor beta of nn.softmax, `beta_multiplier * 2^(beta_shift - 31)`.""")
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
          .attribute(BETA_MULTIPLIER, TpuAttributes.MANTISSA, TpuAttributes.mantissa(ONE))
          .attribute(BETA_SHIFT, TpuAttributes.EXPONENT, TpuAttributes.exponent(ONE))
          .attribute(TpuAttributes.ROUNDING, TpuAttributes.INT32_ROUNDING)
          .result("result", TpuTypes.TENSOR)
          .traits(Traits.PURE)
          .clause(TpuClauses.SHAPE, TpuClauses.shape(MovementShapes::same))
          .clause("the input has a dimension", SoftmaxOp::rank)
          .clause(
              "the result has scale 1/256 and zero point -128",
              operation -> result(operation, RESULT))
          .clause(
              "the multiplier, its shift and the least difference follow from the scale and beta, which is an f32",
              DERIVATION.clause())
          .kernel(SoftmaxOp::kernel)
          .build();

  private SoftmaxOp() {}

  /** {@return the attributes that say the factor {@code beta}, exactly} */
  public static Map<String, Attribute> factor(float beta) {
    QuantizedMultiplier exact = QuantizedMultiplier.of(beta);
    return Map.of(
        BETA_MULTIPLIER, TpuAttributes.mantissa(exact),
        BETA_SHIFT, TpuAttributes.exponent(exact));
  }

  /** {@return the factor of the inputs} */
  public static float beta(Operation operation) {
    return (float) TpuAttributes.multiplier(operation, BETA_MULTIPLIER, BETA_SHIFT).real();
  }

  private static Map<String, Attribute> derived(
      List<Type> operands, Type result, DictionaryAttr attributes) {
    TpuClauses.requireBytes(Scales.bits(result, operands.get(0)));
    float beta = beta(attributes);
    Softmax softmax = Softmax.of(Scales.scale(operands.get(0)), beta);
    return ImmutableMap.<String, Attribute>builder()
        .putAll(factor(beta))
        .put(MULTIPLIER, TpuAttributes.mantissa(softmax.multiplier()))
        .put(SHIFT, TpuAttributes.exponent(softmax.multiplier()))
        .put(LEAST, IntegerAttr.i32(softmax.leastDifference()))
        .buildOrThrow();
  }

  /** {@return the factor that {@code attributes}, defaults filled in, say} */
  static float beta(DictionaryAttr attributes) {
    return (float)
        new QuantizedMultiplier(
                integer(attributes, BETA_MULTIPLIER), integer(attributes, BETA_SHIFT))
            .real();
  }

  private static int integer(DictionaryAttr attributes, String name) {
    return Math.toIntExact(((IntegerAttr) attributes.entries().get(name)).asLong());
  }

  /** {@return what {@code operation} computes} */
  public static Softmax of(Operation operation) {
    return new Softmax(
        TpuAttributes.multiplier(operation, MULTIPLIER, SHIFT),
        TpuAttributes.integer(operation, LEAST));
  }

  static Optional<String> rank(Operation operation) {
    return Scales.dims(operation.operand(0).type()).length > 0
        ? Optional.empty()
        : Optional.of("expected an input of at least one dimension, but got a scalar");
  }

  /** Checks that the result is stored as it always is. */
  static Optional<String> result(Operation operation, UniformQuantizedType expected) {
    UniformQuantizedType found = Scales.uniform(operation.result().type());
    return found.equals(expected)
        ? Optional.empty()
        : Optional.of(
            "expected a result with elements of %s, but got %s".formatted(expected, found));
  }

  private static Kernel kernel(Operation operation) {
    int[] dims = Scales.dims(operation.operand(0).type());
    Softmax softmax = of(operation);
    return Bytes.unary(operation, input -> softmax.execute(input, dims[dims.length - 1]));
  }
}
