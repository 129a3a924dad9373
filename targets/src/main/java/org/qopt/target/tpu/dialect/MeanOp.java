package org.qopt.target.tpu.dialect;

import static org.qopt.target.tpu.dialect.TpuAttributes.MULTIPLIER;
import static org.qopt.target.tpu.dialect.TpuAttributes.SHIFT;

import com.google.common.math.LongMath;
import java.util.Map;
import org.qopt.dialect.nn.attr.NnAttributes;
import org.qopt.dialect.nn.shape.NormShapes;
import org.qopt.ir.Operation;
import org.qopt.ir.attribute.DenseIntArrayAttr;
import org.qopt.ir.attribute.IntegerAttr;
import org.qopt.ir.interpret.Kernel;
import org.qopt.ir.op.Attributes;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.op.Traits;
import org.qopt.ir.type.Type;
import org.qopt.target.dialect.Bytes;
import org.qopt.target.dialect.Scales;
import org.qopt.target.tpu.numerics.Mean;

/** {@code tpu.mean}: means along axes. */
public final class MeanOp {
  /** What follows from the types. */
  public static final Derivation DERIVATION =
      (operands, result, attributes) -> {
        Scales.bits(result, operands.get(0));
        Mean mean =
            Mean.of(
                Scales.scale(operands.get(0)),
                Scales.zeroPoint(operands.get(0)),
                Scales.scale(result),
                Scales.zeroPoint(result),
                count(operands.get(0), (DenseIntArrayAttr) attributes.entries().get("axes")));
        return Map.of(
            MULTIPLIER, TpuAttributes.mantissa(mean.multiplier()),
            SHIFT, TpuAttributes.exponent(mean.multiplier()));
      };

  /** The definition. */
  public static final OpDef DEF =
      OpDef.named("tpu.mean")
          .summary("means along axes")
          .description(
              """
              The sum of the bytes, less the zero point for each, multiplied by \
              `multiplier * 2^(shift - 31)`, rounded as 'rounding' says, which contains the division by \
              their number; the result's zero point is added. Axes are those of nn.mean.""")
          .example(
              """
              func.func @f(%x: tensor<1x2x2x3x!quant.uniform<i8:f32, 0.5:-3>>)
                  -> tensor<1x3x!quant.uniform<i8:f32, 0.25:4>> {
                %y = tpu.mean %x {axes = array<i64: 1, 2>, multiplier = 1073741824 : i32,
                    rounding = "double", shift = 0 : i32} : tensor<1x3x!quant.uniform<i8:f32, 0.25:4>>
                return %y : tensor<1x3x!quant.uniform<i8:f32, 0.25:4>>
              }""")
          .operand("x", TpuTypes.TENSOR)
          .attribute("axes", NnAttributes.AXES)
          .attribute("keep_dims", Attributes.BOOL, IntegerAttr.FALSE)
          .attribute(MULTIPLIER, TpuAttributes.MANTISSA)
          .attribute(SHIFT, TpuAttributes.EXPONENT)
          .attribute(TpuAttributes.ROUNDING, TpuAttributes.INT32_ROUNDING)
          .result("result", TpuTypes.TENSOR)
          .traits(Traits.PURE)
          .clause(TpuClauses.SHAPE, TpuClauses.shape(NormShapes::reduction))
          .clause(TpuClauses.DERIVED, DERIVATION.clause())
          .kernel(MeanOp::kernel)
          .build();

  private MeanOp() {}

  private static int count(Type type, DenseIntArrayAttr axes) {
    int[] dims = Scales.dims(type);
    long count = 1;
    for (int axis : axes.toInts()) {
      int i = axis < 0 ? axis + dims.length : axis;
      if (i < 0 || i >= dims.length) {
        throw new IllegalArgumentException("there is no axis " + axis + " of " + type);
      }
      count = LongMath.saturatedMultiply(count, dims[i]);
    }
    TpuClauses.sumRoom(count, Scales.bits(type))
        .ifPresent(
            fault -> {
              throw new IllegalArgumentException("the mean " + fault);
            });
    return (int) count;
  }

  /** {@return what {@code operation} computes} */
  public static Mean of(Operation operation) {
    Type input = operation.operand(0).type();
    return new Mean(
        Scales.zeroPoint(input),
        TpuAttributes.multiplier(operation, MULTIPLIER, SHIFT),
        count(input, operation.required("axes", DenseIntArrayAttr.class)),
        Scales.zeroPoint(operation.result().type()));
  }

  private static Kernel kernel(Operation operation) {
    int[] axes = operation.required("axes", DenseIntArrayAttr.class).toInts();
    int[] dims = Scales.dims(operation.operand(0).type());
    Mean mean = of(operation);
    return Shorts.in(operation)
        ? Shorts.unary(operation, numbers -> mean.execute(numbers, dims, axes))
        : Bytes.unary(operation, bytes -> mean.execute(bytes, dims, axes));
  }
}
