package org.qopt.target.cpu.dialect;

import java.util.Arrays;
import org.qopt.dialect.nn.attr.NnAttributes;
import org.qopt.dialect.nn.shape.MovementShapes;
import org.qopt.ir.Operation;
import org.qopt.ir.attribute.DenseIntArrayAttr;
import org.qopt.ir.attribute.IntegerAttr;
import org.qopt.ir.interpret.Kernel;
import org.qopt.ir.op.AttributeConstraint;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.op.Traits;
import org.qopt.ir.type.IntegerType;
import org.qopt.ir.type.Shape;
import org.qopt.target.dialect.Bytes;
import org.qopt.target.dialect.Int8Types;
import org.qopt.target.dialect.PadCopy;
import org.qopt.target.dialect.ShapeClause;
import org.qopt.target.dialect.TargetClauses;

/** {@code cpu.pad}: surrounds a tensor by a byte. */
public final class PadOp {
  /** The name of the byte. */
  public static final String VALUE = "value";

  private static final AttributeConstraint I8 =
      new AttributeConstraint(
          "8-bit integer", a -> a instanceof IntegerAttr i && i.type().equals(IntegerType.I8));

  /** The definition. */
  public static final OpDef DEF =
      OpDef.named("cpu.pad")
          .summary("surrounds a tensor by a byte")
          .description(
              """
              'padding' holds for each axis how many elements come before and after; they are the \
              byte 'value', which for a padding by real 0 is the zero point.""")
          .example(
              """
              func.func @f(%x: tensor<2x3x!quant.uniform<i8:f32, 0.5:-3>>)
                  -> tensor<2x4x!quant.uniform<i8:f32, 0.5:-3>> {
                %y = cpu.pad %x {padding = array<i64: 0, 0, 0, 1>, value = -3 : i8}
                    : tensor<2x4x!quant.uniform<i8:f32, 0.5:-3>>
                return %y : tensor<2x4x!quant.uniform<i8:f32, 0.5:-3>>
              }""")
          .operand("x", Int8Types.TENSOR)
          .attribute("padding", NnAttributes.SIZES)
          .attribute(VALUE, I8)
          .result("result", Int8Types.TENSOR)
          .traits(Traits.PURE)
          .clause(ShapeClause.TEXT, ShapeClause.of(MovementShapes::pad))
          .clause(TargetClauses.PARAMETERS, TargetClauses::oneType)
          .kernel(PadOp::kernel)
          .build();

  private PadOp() {}

  private static Kernel kernel(Operation operation) {
    Shape shape = Bytes.shape(operation.result());
    PadCopy pad =
        new PadCopy(
            Bytes.shape(operation.operand(0)),
            shape,
            operation.required("padding", DenseIntArrayAttr.class).toInts());
    byte value = (byte) operation.required(VALUE, IntegerAttr.class).asLong();
    return Bytes.unary(
        operation,
        input -> {
          byte[] output = new byte[Math.toIntExact(shape.elements())];
          Arrays.fill(output, value);
          pad.copy(input, output);
          return output;
        });
  }
}
