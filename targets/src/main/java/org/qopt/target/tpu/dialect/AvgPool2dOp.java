package org.qopt.target.tpu.dialect;

import java.util.Optional;
import org.qopt.dialect.nn.attr.Spatial;
import org.qopt.ir.Operation;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.type.Type;
import org.qopt.target.dialect.Scales;
import org.qopt.target.tpu.numerics.AveragePool2d;

/** {@code tpu.avg_pool2d}: means over windows of an image. */
public final class AvgPool2dOp {
  /** The definition. */
  public static final OpDef DEF =
      Pools.definition("tpu.avg_pool2d")
          .summary("means over windows of an image")
          .description(
              """
              The sum of the bytes of each window divided by their number, to nearest, halves away from zero. Padding takes no part. The result, of the scale and zero point of the input, is \
              cut to 'clamp'.""")
          .example(
              """
              func.func @f(%x: tensor<1x4x4x2x!quant.uniform<i8:f32, 0.5:-3>>)
                  -> tensor<1x2x2x2x!quant.uniform<i8:f32, 0.5:-3>> {
                %y = tpu.avg_pool2d %x {kernel = array<i64: 2, 2>, strides = array<i64: 2, 2>}
                    : tensor<1x2x2x2x!quant.uniform<i8:f32, 0.5:-3>>
                return %y : tensor<1x2x2x2x!quant.uniform<i8:f32, 0.5:-3>>
              }""")
          .clause("no sum of a window leaves 32 bits", AvgPool2dOp::room)
          .kernel(op -> Pools.kernel(op, AveragePool2d::new))
          .build();

  private AvgPool2dOp() {}

  private static Optional<String> room(Operation operation) {
    Spatial kernel = Spatial.of(operation, "kernel");
    Type input = operation.operand(0).type();
    return TpuClauses.sumRoom((long) kernel.height() * kernel.width(), Scales.bits(input));
  }
}
