package org.qopt.target.tpu.dialect;

import static org.qopt.target.tpu.dialect.TpuAttributes.MULTIPLIER;
import static org.qopt.target.tpu.dialect.TpuAttributes.SHIFT;

import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Map;
import org.qopt.dialect.nn.shape.MovementShapes;
import org.qopt.dialect.quant.StorageType;
import org.qopt.dialect.quant.UniformQuantizedType;
import org.qopt.ir.Operation;
import org.qopt.ir.attribute.Attribute;
import org.qopt.ir.attribute.DictionaryAttr;
import org.qopt.ir.interpret.Kernel;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.op.Traits;
import org.qopt.ir.type.Type;
import org.qopt.target.dialect.Scales;
import org.qopt.target.tpu.numerics.WideSoftmax;

/** {@code tpu.wide_softmax}: softmax over the last dimension, in 16 bits. */
public final class WideSoftmaxOp {
  /** What the result always is: scale 1/32768 and zero point 0. */
  public static final UniformQuantizedType RESULT =
      UniformQuantizedType.of(StorageType.I16, 1 / 32768f, 0);

  /** What follows from the types and the factor. */
  public static final Derivation DERIVATION = WideSoftmaxOp::derived;

  /** The definition. */
  public static final OpDef DEF =
      OpDef.named("tpu.wide_softmax")
          .summary("softmax over the last dimension, in 16 bits")
          .description(
              """
              The difference of each number to the largest of its row, multiplied by \
              `multiplier * 2^(shift - 31)`, is an index of a table of exponentials; their sum is one \
              of a table of reciprocals. Between 513 entries each table is linear. The multiplier \
              contains the factor beta of nn.softmax, `beta_multiplier * 2^(beta_shift - 31)`.""")
          .operand("x", TpuTypes.TENSOR)
          .attribute(MULTIPLIER, TpuAttributes.MANTISSA)
          .attribute(SHIFT, TpuAttributes.EXPONENT)
          .attribute(
              SoftmaxOp.BETA_MULTIPLIER,
              TpuAttributes.MANTISSA,
              TpuAttributes.mantissa(SoftmaxOp.ONE))
          .attribute(
              SoftmaxOp.BETA_SHIFT, TpuAttributes.EXPONENT, TpuAttributes.exponent(SoftmaxOp.ONE))
          .attribute(TpuAttributes.ROUNDING, TpuAttributes.INT32_ROUNDING)
          .result("result", TpuTypes.TENSOR)
          .traits(Traits.PURE)
          .clause(TpuClauses.SHAPE, TpuClauses.shape(MovementShapes::same))
          .clause("the input has a dimension", SoftmaxOp::rank)
          .clause(
              "the result has scale 1/32768 and zero point 0",
              operation -> SoftmaxOp.result(operation, RESULT))
          .clause(
              "multiplier and shift follow from the scale and beta, which is an f32",
              DERIVATION.clause())
          .kernel(WideSoftmaxOp::kernel)
          .build();

  private WideSoftmaxOp() {}

  private static Map<String, Attribute> derived(
      List<Type> operands, Type result, DictionaryAttr attributes) {
    Scales.bits(result, operands.get(0));
    float beta = SoftmaxOp.beta(attributes);
    WideSoftmax softmax = WideSoftmax.of(Scales.scale(operands.get(0)), beta);
    return ImmutableMap.<String, Attribute>builder()
        .putAll(SoftmaxOp.factor(beta))
        .put(MULTIPLIER, TpuAttributes.mantissa(softmax.multiplier()))
        .put(SHIFT, TpuAttributes.exponent(softmax.multiplier()))
        .buildOrThrow();
  }

  /** {@return what {@code operation} computes} */
  public static WideSoftmax of(Operation operation) {
    return new WideSoftmax(TpuAttributes.multiplier(operation, MULTIPLIER, SHIFT));
  }

  private static Kernel kernel(Operation operation) {
    int[] dims = Scales.dims(operation.operand(0).type());
    WideSoftmax softmax = of(operation);
    return Shorts.unary(operation, input -> softmax.execute(input, dims[dims.length - 1]));
  }
}
