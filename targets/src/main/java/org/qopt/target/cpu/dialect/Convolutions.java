package org.qopt.target.cpu.dialect;

import org.qopt.dialect.nn.shape.Window;
import org.qopt.ir.Operation;
import org.qopt.ir.interpret.Kernel;
import org.qopt.ir.type.Shape;
import org.qopt.target.cpu.numerics.Convolution;
import org.qopt.target.cpu.numerics.FastConvolution;
import org.qopt.target.cpu.numerics.Requantizer;
import org.qopt.target.dialect.Bytes;
import org.qopt.target.dialect.Scales;
import org.qopt.target.simd.Tiered;

/** What operations with constant weights have in common. */
final class Convolutions {
  private Convolutions() {}

  /**
   * {@return the kernel of an operation on input, weights and bias}
   *
   * @param weights output channel, row, column, input channel of the group
   * @param images the input's shape as images, NHWC
   * @param results the result's shape as images
   */
  static Kernel kernel(
      Operation operation, Window window, int groups, byte[] weights, Shape images, Shape results) {
    int zeroPoint = Scales.zeroPoint(operation.operand(0).type());
    int[] bias = Bytes.bias(operation, results.size(3));
    Requantizer requantizer =
        Requantizer.ofProducts(
            Scales.scale(operation.operand(0).type()),
            Scales.all(operation.operand(1).type()),
            Scales.scale(operation.result().type()),
            Scales.zeroPoint(operation.result().type()));
    Convolution plain = new Convolution(window, groups, zeroPoint, weights, bias, requantizer);
    if (!FastConvolution.canTake(images, window) || weights.length == 0) {
      return Bytes.unary(operation, input -> plain.execute(input, images, results));
    }
    Tiered tiered =
        new Tiered(
            input -> plain.execute(input, images, results),
            () -> FastConvolution.of(images, window, groups, zeroPoint, weights, bias, requantizer),
            results.elements() / bias.length * weights.length);
    return Bytes.unary(operation, tiered::execute);
  }
}
