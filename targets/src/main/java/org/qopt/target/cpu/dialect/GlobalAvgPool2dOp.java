package org.qopt.target.cpu.dialect;

import java.util.Optional;
import org.qopt.dialect.nn.shape.ShapeInput;
import org.qopt.ir.Operation;
import org.qopt.ir.interpret.Kernel;
import org.qopt.ir.op.OpDef;
import org.qopt.ir.op.Traits;
import org.qopt.ir.type.Shape;
import org.qopt.target.cpu.numerics.Affine;
import org.qopt.target.cpu.numerics.GlobalAverage;
import org.qopt.target.cpu.numerics.Requantizer;
import org.qopt.target.dialect.Bytes;
import org.qopt.target.dialect.FilterSums;
import org.qopt.target.dialect.Int8Types;
import org.qopt.target.dialect.ShapeClause;
import org.qopt.target.proof.ProveAccumulatorsPass;

/** {@code cpu.global_avg_pool2d}: the mean of each channel of an image. */
public final class GlobalAvgPool2dOp {
  /** The definition. */
  public static final OpDef DEF =
      OpDef.named("cpu.global_avg_pool2d")
          .summary("the mean of each channel of an image")
          .description(
              """
              The int32 sum of a channel's bytes, less the zero point for each, as an f32 times \
              `input scale / (result scale * pixels)`, to the nearest integer, halves to even, plus \
              the result's zero point, cut to int8. It is ONNX Runtime's QLinearGlobalAveragePool.""")
          .example(
              """
              func.func @f(%x: tensor<1x4x4x2x!quant.uniform<i8:f32, 0.5:-3>>)
                  -> tensor<1x1x1x2x!quant.uniform<i8:f32, 0.25:4>> {
                %y = cpu.global_avg_pool2d %x : tensor<1x1x1x2x!quant.uniform<i8:f32, 0.25:4>>
                return %y : tensor<1x1x1x2x!quant.uniform<i8:f32, 0.25:4>>
              }""")
          .operand("input", Int8Types.IMAGE)
          .optionalAttribute(ProveAccumulatorsPass.BOUND, FilterSums.BOUND)
          .result("result", Int8Types.IMAGE)
          .traits(Traits.PURE)
          .clause(ShapeClause.TEXT, ShapeClause.of(GlobalAvgPool2dOp::shape))
          .clause("an image has pixels, less than 2^24", GlobalAvgPool2dOp::pixels)
          .clause(
              "the sums are rescaled by at least 2^-32 and less than 256",
              GlobalAvgPool2dOp::rescaling)
          .clause(FilterSums.FITS, Accumulators::violation)
          .kernel(GlobalAvgPool2dOp::kernel)
          .build();

  private GlobalAvgPool2dOp() {}

  private static Shape shape(ShapeInput input) {
    Shape image = input.shape(0, 4);
    return Shape.of(image.dim(0), 1, 1, image.dim(3));
  }

  private static Optional<String> pixels(Operation operation) {
    Shape image = Bytes.shape(operation.operand(0));
    double pixels = (double) image.dim(1) * image.dim(2);
    return pixels >= 1 && pixels < 1 << 24
        ? Optional.empty()
        : Optional.of(
            "expected an image of 1 to 2^24 - 1 pixels, but got %d by %d"
                .formatted(image.dim(1), image.dim(2)));
  }

  // ONNX Runtime refuses others.
  private static Optional<String> rescaling(Operation operation) {
    Shape image = Bytes.shape(operation.operand(0));
    int pixels = image.size(1) * image.size(2);
    float ratio =
        Parameters.of(operation.operand(0)).scale()
            / (Parameters.of(operation.result()).scale() * pixels);
    return ratio >= 0x1p-32f && ratio < 256
        ? Optional.empty()
        : Optional.of("expected a rescaling of at least 2^-32 and less than 256, but got " + ratio);
  }

  private static Kernel kernel(Operation operation) {
    Shape image = Bytes.shape(operation.operand(0));
    int pixels = image.size(1) * image.size(2);
    Affine input = Parameters.of(operation.operand(0));
    Affine result = Parameters.of(operation.result());
    GlobalAverage average =
        new GlobalAverage(
            input.zeroPoint(),
            Requantizer.ofMean(input.scale(), result.scale(), pixels, result.zeroPoint()));
    return Bytes.unary(operation, bytes -> average.execute(bytes, pixels, image.size(3)));
  }
}
