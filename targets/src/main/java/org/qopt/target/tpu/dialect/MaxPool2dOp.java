package org.qopt.target.tpu.dialect;

import org.qopt.ir.op.OpDef;
import org.qopt.target.tpu.numerics.MaxPool2d;

/** {@code tpu.max_pool2d}: maxima over windows of an image. */
public final class MaxPool2dOp {
  /** The definition. */
  public static final OpDef DEF =
      Pools.definition("tpu.max_pool2d")
          .summary("maxima over windows of an image")
          .description(
              """
              The largest byte of each window. Padding takes no part. The result, of the scale and zero point of the input, is \
              cut to 'clamp'.""")
          .example(
              """
              func.func @f(%x: tensor<1x4x4x2x!quant.uniform<i8:f32, 0.5:-3>>)
                  -> tensor<1x2x2x2x!quant.uniform<i8:f32, 0.5:-3>> {
                %y = tpu.max_pool2d %x {kernel = array<i64: 2, 2>, strides = array<i64: 2, 2>}
                    : tensor<1x2x2x2x!quant.uniform<i8:f32, 0.5:-3>>
                return %y : tensor<1x2x2x2x!quant.uniform<i8:f32, 0.5:-3>>
              }""")
          .kernel(op -> Pools.kernel(op, MaxPool2d::new))
          .build();

  private MaxPool2dOp() {}
}
