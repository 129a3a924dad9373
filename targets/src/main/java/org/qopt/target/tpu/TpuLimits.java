package org.qopt.target.tpu;

import java.util.List;
import java.util.Optional;
import org.qopt.dialect.nn.ResizeOp;
import org.qopt.dialect.nn.attr.Resampling.Mode;
import org.qopt.ir.Operation;
import org.qopt.ir.type.Shape;
import org.qopt.ir.type.TensorType;
import org.qopt.quantize.Limit;

/** What TensorFlow Lite's kernels cannot do, where no other target has the same limit. */
final class TpuLimits {
  /** Of sizes that a scale gives: what f32 loses in a product, and a bit more. */
  private static final double TOLERANCE = 1e-6;

  /** Bilinear means know the sizes of both images, not the scale. */
  static final Limit WHOLE_SIZES =
      new Limit(
          "'scales' of mode bilinear must give whole sizes",
          "'sizes' in the place of 'scales'",
          TpuLimits::fraction);

  private TpuLimits() {}

  private static Optional<String> fraction(Operation operation) {
    ResizeOp resize = new ResizeOp(operation);
    Optional<float[]> scales = resize.scales();
    if (scales.isEmpty() || resize.resampling().mode() != Mode.BILINEAR) {
      return Optional.empty();
    }
    Shape image = ((TensorType) operation.operand(0).type()).shape();
    Shape result = ((TensorType) operation.result().type()).shape();
    for (int axis : List.of(1, 2)) {
      if (image.dim(axis) == Shape.DYNAMIC || result.dim(axis) == 0) {
        continue;
      }
      double size = (double) scales.get()[axis - 1] * image.dim(axis);
      if (Math.abs(size - result.dim(axis)) > TOLERANCE * size) {
        return Optional.of("%d pixels times %s".formatted(image.dim(axis), scales.get()[axis - 1]));
      }
    }
    return Optional.empty();
  }
}
