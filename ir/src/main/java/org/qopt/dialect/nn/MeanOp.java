package org.qopt.dialect.nn;

import java.util.List;
import org.qopt.dialect.nn.attr.NnAttributes;
import org.qopt.dialect.nn.kernel.NormKernels;
import org.qopt.dialect.nn.shape.Axes;
import org.qopt.dialect.nn.shape.NormShapes;
import org.qopt.dialect.nn.shape.ShapeCheck;
import org.qopt.dialect.nn.shape.ShapeRule;
import org.qopt.ir.OpBuilder;
import org.qopt.ir.OpView;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.attribute.DenseIntArrayAttr;
import org.qopt.ir.attribute.IntegerAttr;
import org.qopt.ir.location.Location;
import org.qopt.ir.op.AttributeSet;
import org.qopt.ir.op.Attributes;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.op.Traits;

/**
 * {@code nn.mean}: means along axes.
 *
 * @param operation the operation
 */
public record MeanOp(Operation operation) implements OpView {
  /** The definition. */
  public static final OpDef DEF =
      OpDef.named("nn.mean")
          .summary("means along axes")
          .description(
              """
              The arithmetic mean over all of 'axes', which are kept as 1 if 'keep_dims' is set and \
              dropped otherwise. A negative axis counts from the end; without axes the result is the \
              input.""")
          .example(
              """
              func.func @f(%x: tensor<1x4x4x8xf32>) -> tensor<1x8xf32> {
                %y = nn.mean %x {axes = array<i64: 1, 2>} : tensor<1x8xf32>
                return %y : tensor<1x8xf32>
              }""")
          .operand("x", NnTypes.FLOAT_TENSOR)
          .attribute("axes", NnAttributes.AXES)
          .attribute("keep_dims", Attributes.BOOL, IntegerAttr.FALSE)
          .result("result", NnTypes.FLOAT_TENSOR)
          .traits(Traits.PURE, Traits.SAME_ELEMENT_TYPE)
          .clause("the axes are different ones of the input's", ShapeCheck.clause(Axes::axes))
          .infer(ShapeRule.inference(NormShapes::reduction))
          .kernel(NormKernels::mean)
          .build();

  /** {@return a new operation, inserted} */
  public static MeanOp create(
      OpBuilder builder, Location location, Value x, long[] axes, boolean keepDims) {
    return new MeanOp(
        builder.create(
            DEF,
            location,
            List.of(x),
            AttributeSet.of(DEF)
                .set("axes", DenseIntArrayAttr.i64(axes))
                .set("keep_dims", IntegerAttr.of(keepDims))
                .build()));
  }

  /** {@return what is averaged} */
  public Value x() {
    return operation.operand(0);
  }

  /** {@return the axes; negative ones count from the end} */
  public int[] axes() {
    return operation.required("axes", DenseIntArrayAttr.class).toInts();
  }

  /** {@return whether the axes are kept as 1} */
  public boolean keepDims() {
    return operation.required("keep_dims", IntegerAttr.class).value().signum() != 0;
  }
}
