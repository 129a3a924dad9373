package org.qopt.target.tpu.dialect;

import org.qopt.dialect.nn.shape.MatmulShapes;
import org.qopt.ir.Operation;
import org.qopt.ir.interpret.Kernel;
import org.qopt.ir.op.OpDef;
import org.qopt.target.dialect.Bytes;
import org.qopt.target.dialect.Scales;
import org.qopt.target.tpu.numerics.FastFilters;
import org.qopt.target.tpu.numerics.FullyConnected;
import org.qopt.target.tpu.numerics.OutputStage;

/** {@code tpu.fully_connected}: multiplies by a matrix and adds a bias. */
public final class FullyConnectedOp {

  /** The definition. */
  public static final OpDef DEF =
      FilterOps.rest(
              FilterOps.operands("tpu.fully_connected", TpuTypes.TENSOR, TpuTypes.MATRIX)
                  .summary("multiplies by a matrix and adds a bias")
                  .description(
                      """
              Sums `(input - zero point) * filter` along the last dimension in int32, on top of the \
              bias; multiplies the sum of output channel o by `multiplier[o] * 2^(shift[o] - 53)`, \
              rounded to the nearest integer with halves away from zero; adds the result's zero point \
              and cuts to 'clamp'.""")
                  .example(
                      """
              func.func @f(%x: tensor<1x2x!quant.uniform<i8:f32, 0.5:-3>>)
                  -> tensor<1x1x!quant.uniform<i8:f32, 0.25:4>> {
                %w = nn.constant {value = dense<64> : tensor<1x2xi8>}
                    : tensor<1x2x!quant.uniform<i8<-127:127>:f32:0, {0.0078125}>>
                %y = tpu.fully_connected %x, %w {multiplier = array<i64: 4503599627370496>,
                    rounding = "nearest",
                    shift = array<i32: -5>} : tensor<1x1x!quant.uniform<i8:f32, 0.25:4>>
                return %y : tensor<1x1x!quant.uniform<i8:f32, 0.25:4>>
              }"""),
              TpuTypes.TENSOR,
              MatmulShapes::fullyConnected,
              0)
          .kernel(FullyConnectedOp::kernel)
          .build();

  private FullyConnectedOp() {}

  private static Kernel kernel(Operation operation) {
    if (Shorts.in(operation)) {
      return WideFilters.fullyConnected(operation);
    }
    int[] filter = Scales.dims(operation.operand(1).type());
    int zeroPoint = Scales.zeroPoint(operation.operand(0).type());
    OutputStage stage = OutputStages.of(operation);
    byte[] weights = Bytes.constant(operation, 1).bytes();
    int[] bias = Bytes.bias(operation, filter[0]);
    long rows = Scales.size(operation.result().type()) / Math.max(1, filter[0]);
    if (filter[1] == 0) {
      return ofNothing(operation, stage, bias, Math.toIntExact(rows));
    }
    FullyConnected plain = new FullyConnected(zeroPoint, stage, weights, 0, filter[1], bias);
    return FilterKernels.of(
        operation,
        plain::execute,
        FastFilters.canTake(rows, filter[1]),
        () -> FastFilters.fullyConnected((int) rows, zeroPoint, stage, weights, bias));
  }

  /** Sums of no products are the bias: as if each row held one number, and that had no weight. */
  private static Kernel ofNothing(Operation operation, OutputStage stage, int[] bias, int rows) {
    FullyConnected sums = new FullyConnected(0, stage, new byte[bias.length], 0, 1, bias);
    return Bytes.unary(operation, _ -> sums.execute(new byte[rows]));
  }
}
