package org.qopt.target.dsp.dialect;

import com.google.common.math.LongMath;
import org.qopt.dialect.nn.attr.NnAttributes;
import org.qopt.dialect.nn.shape.Axes;
import org.qopt.dialect.nn.shape.NormShapes;
import org.qopt.ir.Operation;
import org.qopt.ir.attribute.DenseIntArrayAttr;
import org.qopt.ir.attribute.IntegerAttr;
import org.qopt.ir.op.Attributes;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.op.Traits;
import org.qopt.ir.type.Shape;
import org.qopt.target.dialect.ShapeClause;
import org.qopt.target.dsp.numerics.Mean;
import org.qopt.target.proof.ProveAccumulatorsPass;

/** {@code dsp.mean}: means along axes. */
public final class MeanOp {
  /** The definition. */
  public static final OpDef DEF =
      OpDef.named("dsp.mean")
          .summary("means along axes")
          .description(
              """
              The sum, in an accumulator of 'accumulator' bits whose exponent is the largest of those \
              summed less 'guard', divided by the number of elements and rounded; that is shifted \
              right by 'shift', or to the exponents that follow. Axes are those of nn.mean. A mean of \
              nothing is 0.""")
          .example(
              """
              func.func @f(%x: tensor<1x2x2x3x!bfp.block<i16, tensor, -10, half_even, symmetric, floor>>)
                  -> tensor<1x3x!bfp.block<i16, tensor, -11, half_even, symmetric, floor>> {
                %y = dsp.mean %x {accumulator = 40 : i32, axes = array<i64: 1, 2>, guard = 8 : i32,
                    shift = 7 : i32} : tensor<1x3x!bfp.block<i16, tensor, -11, half_even, symmetric, floor>>
                return %y : tensor<1x3x!bfp.block<i16, tensor, -11, half_even, symmetric, floor>>
              }""")
          .operand("x", DspTypes.VALUE)
          .attribute("axes", NnAttributes.AXES)
          .attribute("keep_dims", Attributes.BOOL, IntegerAttr.FALSE)
          .attribute(DspAttributes.ACCUMULATOR, DspAttributes.WIDTH)
          .optionalAttribute(ProveAccumulatorsPass.BOUND, Accumulators.BOUND)
          .attribute(DspAttributes.GUARD, DspAttributes.BITS)
          .optionalAttribute(DspAttributes.SHIFT, DspAttributes.I32)
          .result("result", DspTypes.VALUE)
          .traits(Traits.PURE)
          .clause(ShapeClause.TEXT, ShapeClause.of(NormShapes::reduction))
          .clause(Derivation.TEXT, Pools.DERIVATION.clause())
          .clause(DspClauses.OVERFLOW, Accumulators::violation)
          .kernel(
              op ->
                  Computed.of(
                      op,
                      operands ->
                          Mean.of(
                              operands.getFirst(),
                              DspTypes.shape(op.operand(0).type()),
                              reduced(op),
                              DspAttributes.integer(op, DspAttributes.GUARD),
                              Computed.rounding(op))))
          .build();

  private MeanOp() {}

  private static boolean[] reduced(Operation op) {
    return Axes.set(
        op.required("axes", DenseIntArrayAttr.class).toInts(),
        DspTypes.shape(op.operand(0).type()).rank());
  }

  static long bound(Operation op) {
    if (ShapeClause.of(NormShapes::reduction).violation(op).isPresent()) {
      return 0;
    }
    return LongMath.saturatedMultiply(
        count(DspTypes.shape(op.operand(0).type()), reduced(op)),
        DspTypes.magnitude(op.operand(0).type()));
  }

  /** {@return how many elements each mean is of; saturates} */
  public static long count(Shape shape, boolean[] reduced) {
    long count = 1;
    for (int axis = 0; axis < reduced.length; axis++) {
      count = LongMath.saturatedMultiply(count, reduced[axis] ? shape.dim(axis) : 1);
    }
    return count;
  }
}
