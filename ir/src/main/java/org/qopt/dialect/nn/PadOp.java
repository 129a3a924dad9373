package org.qopt.dialect.nn;

import java.util.List;
import org.qopt.dialect.nn.attr.NnAttributes;
import org.qopt.dialect.nn.kernel.PadKernel;
import org.qopt.dialect.nn.shape.MovementShapes;
import org.qopt.dialect.nn.shape.ShapeCheck;
import org.qopt.dialect.nn.shape.ShapeRule;
import org.qopt.ir.OpBuilder;
import org.qopt.ir.OpView;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.attribute.DenseIntArrayAttr;
import org.qopt.ir.attribute.FloatAttr;
import org.qopt.ir.location.Location;
import org.qopt.ir.op.AttributeSet;
import org.qopt.ir.op.Attributes;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.op.Traits;

/**
 * {@code nn.pad}: surrounds a tensor by a constant.
 *
 * @param operation the operation
 */
public record PadOp(Operation operation) implements OpView {
  /** The definition. */
  public static final OpDef DEF =
      OpDef.named("nn.pad")
          .summary("surrounds a tensor by a constant")
          .description(
              """
              'padding' holds for each axis how many elements come before and after. They are \
              'value': a real number, which is quantized where x is, and truncated where x is of \
              integers.""")
          .example(
              """
              func.func @f(%x: tensor<1x8x8x4xf32>) -> tensor<1x9x9x4xf32> {
                %y = nn.pad %x {padding = array<i64: 0, 0, 0, 1, 0, 1, 0, 0>} : tensor<1x9x9x4xf32>
                return %y : tensor<1x9x9x4xf32>
              }""")
          .operand("x", NnTypes.MOVABLE)
          .attribute("padding", NnAttributes.SIZES)
          .attribute("value", Attributes.F32, FloatAttr.f32(0))
          .result("result", NnTypes.MOVABLE)
          .traits(Traits.PURE, Traits.SAME_ELEMENT_TYPE)
          .clause(
              "'padding' has two integers for each axis",
              ShapeCheck.clause(MovementShapes::padding))
          .infer(ShapeRule.inference(MovementShapes::pad))
          .kernel(PadKernel::prepare)
          .build();

  /** {@return a new operation, inserted} */
  public static PadOp create(
      OpBuilder builder, Location location, Value x, long[] padding, float value) {
    return new PadOp(
        builder.create(
            DEF,
            location,
            List.of(x),
            AttributeSet.of(DEF)
                .set("padding", DenseIntArrayAttr.i64(padding))
                .set("value", FloatAttr.f32(value))
                .build()));
  }

  /** {@return what is surrounded} */
  public Value x() {
    return operation.operand(0);
  }

  /** {@return how many elements come before and after, axis by axis} */
  public int[] padding() {
    return operation.required("padding", DenseIntArrayAttr.class).toInts();
  }

  /** {@return what surrounds it, as a real number} */
  public float value() {
    return (float) operation.required("value", FloatAttr.class).value();
  }
}
