package org.qopt.passes.canonicalize.fuse;

import java.util.Optional;
import org.qopt.dialect.nn.BatchNormOp;
import org.qopt.ir.tensor.Tensor;
import org.qopt.passes.match.Constants;

/**
 * A batch normalization with constant statistics as {@code factor[c] * x + summand[c]}, where
 * {@code factor = scale / sqrt(variance + epsilon)} and {@code summand = offset - mean * factor}.
 *
 * @param factor what each channel is multiplied by
 * @param summand what is then added
 */
record ChannelNorm(double[] factor, double[] summand) {
  /** {@return the factors and summands, if all statistics are constants} */
  static Optional<ChannelNorm> of(BatchNormOp op) {
    Optional<Tensor> scale = Constants.floats(op.scale());
    Optional<Tensor> offset = Constants.floats(op.offset());
    Optional<Tensor> mean = Constants.floats(op.mean());
    Optional<Tensor> variance = Constants.floats(op.variance());
    if (scale.isEmpty() || offset.isEmpty() || mean.isEmpty() || variance.isEmpty()) {
      return Optional.empty();
    }
    int channels = Math.toIntExact(scale.get().size());
    double[] factor = new double[channels];
    double[] summand = new double[channels];
    for (int i = 0; i < channels; i++) {
      factor[i] = scale.get().real(i) / Math.sqrt(variance.get().real(i) + op.epsilon());
      summand[i] = offset.get().real(i) - mean.get().real(i) * factor[i];
    }
    return Optional.of(new ChannelNorm(factor, summand));
  }
}
