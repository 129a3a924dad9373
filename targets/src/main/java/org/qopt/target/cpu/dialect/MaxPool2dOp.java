package org.qopt.target.cpu.dialect;

import org.qopt.dialect.nn.shape.PoolShapes;
import org.qopt.ir.op.OpDef;
import org.qopt.target.cpu.numerics.Pool2d;
import org.qopt.target.dialect.Bytes;
import org.qopt.target.dialect.TargetClauses;

/** {@code cpu.max_pool2d}: maxima over windows of an image. */
public final class MaxPool2dOp {
  /** The definition. */
  public static final OpDef DEF =
      Pools.definition("cpu.max_pool2d")
          .summary("maxima over windows of an image")
          .description(
              """
              The largest byte of each window. Padding takes no part. It is ONNX's MaxPool.""")
          .example(
              """
              func.func @f(%x: tensor<1x4x4x2x!quant.uniform<i8:f32, 0.5:-3>>)
                  -> tensor<1x2x2x2x!quant.uniform<i8:f32, 0.5:-3>> {
                %y = cpu.max_pool2d %x {kernel = array<i64: 2, 2>, strides = array<i64: 2, 2>}
                    : tensor<1x2x2x2x!quant.uniform<i8:f32, 0.5:-3>>
                return %y : tensor<1x2x2x2x!quant.uniform<i8:f32, 0.5:-3>>
              }""")
          .clause(TargetClauses.PARAMETERS, TargetClauses::oneType)
          .kernel(op -> Pools.kernel(op, Pool2d.max(PoolShapes.window(Bytes.shapes(op)))))
          .build();

  private MaxPool2dOp() {}
}
