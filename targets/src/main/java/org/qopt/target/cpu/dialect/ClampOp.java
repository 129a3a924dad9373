package org.qopt.target.cpu.dialect;

import org.qopt.dialect.nn.shape.MovementShapes;
import org.qopt.ir.Operation;
import org.qopt.ir.attribute.DenseIntArrayAttr;
import org.qopt.ir.interpret.Kernel;
import org.qopt.ir.op.AttributeConstraint;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.op.Traits;
import org.qopt.ir.type.IntegerType;
import org.qopt.target.dialect.Bytes;
import org.qopt.target.dialect.Int8Types;
import org.qopt.target.dialect.ShapeClause;
import org.qopt.target.dialect.TargetClauses;

/** {@code cpu.clamp}: cuts to an interval. */
public final class ClampOp {
  /** The name of the interval. */
  public static final String BOUNDS = "bounds";

  private static final AttributeConstraint INTERVAL =
      new AttributeConstraint(
          "array<i8: least, largest>",
          a ->
              a instanceof DenseIntArrayAttr array
                  && array.elementType().equals(IntegerType.I8)
                  && array.values().length() == 2
                  && array.values().get(0) <= array.values().get(1));

  /** The definition. */
  public static final OpDef DEF =
      OpDef.named("cpu.clamp")
          .summary("cuts to an interval")
          .description(
              """
              Each byte, cut to 'bounds'. It is relu and its kin where the result's range does not \
              cut as they do.""")
          .example(
              """
              func.func @f(%x: tensor<4x!quant.uniform<i8:f32, 0.5:-3>>)
                  -> tensor<4x!quant.uniform<i8:f32, 0.5:-3>> {
                %y = cpu.clamp %x {bounds = array<i8: -3, 9>}
                    : tensor<4x!quant.uniform<i8:f32, 0.5:-3>>
                return %y : tensor<4x!quant.uniform<i8:f32, 0.5:-3>>
              }""")
          .operand("x", Int8Types.TENSOR)
          .attribute(BOUNDS, INTERVAL)
          .result("result", Int8Types.TENSOR)
          .traits(Traits.PURE)
          .clause(ShapeClause.TEXT, ShapeClause.of(MovementShapes::same))
          .clause(TargetClauses.PARAMETERS, TargetClauses::oneType)
          .kernel(ClampOp::kernel)
          .build();

  private ClampOp() {}

  private static Kernel kernel(Operation operation) {
    int[] bounds = operation.required(BOUNDS, DenseIntArrayAttr.class).toInts();
    return Bytes.unary(
        operation,
        input -> {
          byte[] output = new byte[input.length];
          for (int i = 0; i < output.length; i++) {
            output[i] = (byte) Math.clamp(input[i], bounds[0], bounds[1]);
          }
          return output;
        });
  }
}
