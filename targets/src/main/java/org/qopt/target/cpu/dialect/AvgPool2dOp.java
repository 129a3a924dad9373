package org.qopt.target.cpu.dialect;

import org.qopt.dialect.nn.shape.PoolShapes;
import org.qopt.ir.attribute.IntegerAttr;
import org.qopt.ir.op.Attributes;
import org.qopt.ir.op.OpDef;
import org.qopt.target.cpu.numerics.Pool2d;
import org.qopt.target.dialect.Bytes;

/** {@code cpu.avg_pool2d}: means over windows of an image. */
public final class AvgPool2dOp {
  /** The definition. */
  public static final OpDef DEF =
      Pools.definition("cpu.avg_pool2d")
          .summary("means over windows of an image")
          .description(
              """
              The real values under the window are added up in f32, row by row, divided by their \
              number and by the result's scale; the result's zero point as uint8 is added, the sum \
              rounded to the nearest integer, halves to even, and cut. Padding takes no part, or \
              counts as 0 if 'count_include_pad' is set. It is ONNX Runtime's QLinearAveragePool.""")
          .example(
              """
              func.func @f(%x: tensor<1x4x4x2x!quant.uniform<i8:f32, 0.5:-3>>)
                  -> tensor<1x2x2x2x!quant.uniform<i8:f32, 0.25:4>> {
                %y = cpu.avg_pool2d %x {kernel = array<i64: 2, 2>, strides = array<i64: 2, 2>}
                    : tensor<1x2x2x2x!quant.uniform<i8:f32, 0.25:4>>
                return %y : tensor<1x2x2x2x!quant.uniform<i8:f32, 0.25:4>>
              }""")
          .attribute("count_include_pad", Attributes.BOOL, IntegerAttr.FALSE)
          .kernel(
              op ->
                  Pools.kernel(
                      op,
                      Pool2d.average(
                          PoolShapes.window(Bytes.shapes(op)),
                          Parameters.of(op.operand(0)),
                          Parameters.of(op.result()),
                          op.required("count_include_pad", IntegerAttr.class)
                              .equals(IntegerAttr.TRUE))))
          .build();

  private AvgPool2dOp() {}
}
