package org.qopt.passes.bind;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.LongStream;
import org.qopt.dialect.calib.BiasOp;
import org.qopt.dialect.calib.WeightOp;
import org.qopt.dialect.quant.StorageType;
import org.qopt.dialect.quant.UniformQuantizedType;
import org.qopt.ir.Operation;
import org.qopt.ir.tensor.Tensor;
import org.qopt.quantize.WeightChannels;

/**
 * How coarse the weights of a channel must be so that sums of their products fit in half of what 32
 * bits hold, whatever the input; the other half is the bias's. Inputs of more than 8 bits are
 * summed in more than 32.
 */
final class SumRoom {
  private static final long LIMIT = 1L << 30;
  private static final int WIDEST_INPUT = 8;

  private final ObservedParameters observed;

  SumRoom(ObservedParameters observed) {
    this.observed = observed;
  }

  /**
   * Raises those of {@code scales} that are too fine for sums over all of a channel's weights.
   *
   * @param constant the weights of the {@code calib.weight}
   * @return the channel that was raised first, if one was
   */
  OptionalInt raise(Operation weight, Tensor constant, float[] scales) {
    long input = largestInput(weight);
    StorageType storage = ObservedParameters.storage(weight).storage();
    if (input * storage.max() * (constant.size() / Math.max(scales.length, 1)) <= LIMIT) {
      return OptionalInt.empty();
    }
    OptionalInt first = OptionalInt.empty();
    float[][] channels = WeightChannels.of(constant, new WeightOp(weight).axis());
    for (int i = 0; i < channels.length; i++) {
      float was = scales[i];
      double excess = sum(channels[i], scales[i], storage) * input / LIMIT;
      while (excess > 1) {
        scales[i] = Math.nextUp((float) (scales[i] * excess));
        excess = sum(channels[i], scales[i], storage) * input / LIMIT;
      }
      if (first.isEmpty() && scales[i] != was) {
        first = OptionalInt.of(i);
      }
    }
    return first;
  }

  /**
   * {@return whether the sums over all of a channel's weights and its bias fit in what 32 bits
   * hold, whatever the input}
   *
   * @param constant the weights of the {@code calib.weight}
   * @param bias the integers that are added, one a channel, if there are some
   */
  boolean holds(Operation weight, Tensor constant, float[] scales, Optional<Tensor> bias) {
    long input = largestInput(weight);
    if (input == 0) {
      return true;
    }
    StorageType storage = ObservedParameters.storage(weight).storage();
    float[][] channels = WeightChannels.of(constant, new WeightOp(weight).axis());
    for (int i = 0; i < channels.length; i++) {
      int channel = i;
      double added =
          bias.map(
                  integers ->
                      channels.length == 1 ? largest(integers) : Math.abs(integers.real(channel)))
              .orElse(0.0);
      if (sum(channels[i], scales[i], storage) * input + added > Integer.MAX_VALUE) {
        return false;
      }
    }
    return true;
  }

  private static double largest(Tensor integers) {
    return LongStream.range(0, integers.size())
        .mapToDouble(i -> Math.abs(integers.real(i)))
        .max()
        .orElse(0);
  }

  /** The sum of the magnitudes that are stored, each rounded up where that is in doubt. */
  private static double sum(float[] channel, float scale, StorageType storage) {
    double sum = 0;
    for (float value : channel) {
      sum += Math.min(Math.floor(Math.abs(value / (double) scale) + 0.5001), storage.max());
    }
    return sum;
  }

  /** The largest distance of an input from its zero point, of all that meet these weights. */
  private long largestInput(Operation weight) {
    return weight.result().users().stream()
        .filter(user -> !user.is(BiasOp.DEF))
        .map(user -> observed.of(user.operand(0)))
        .flatMap(Optional::stream)
        .filter(type -> type.storage().width() <= WIDEST_INPUT)
        .mapToLong(SumRoom::magnitude)
        .max()
        .orElse(0);
  }

  private static long magnitude(UniformQuantizedType type) {
    return Math.max(
        type.storage().max() - type.zeroPoint(), type.zeroPoint() - type.storage().min());
  }
}
