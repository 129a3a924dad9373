package org.qopt.target.tpu.dialect;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import org.qopt.target.image.Nhwc;
import org.qopt.target.image.Window2d;
import org.qopt.target.tpu.numerics.AccumulatorScaling;
import org.qopt.target.tpu.numerics.Conv2d;
import org.qopt.target.tpu.numerics.OutputStage;

/**
 * A convolution whose channels are cut into equal parts, each convolved by itself.
 *
 * @param parts the convolution of each part
 * @param window how the window moves
 * @param outputs output channels of each part
 */
record GroupedConv2d(ImmutableList<Conv2d> parts, Window2d window, int outputs) {
  /**
   * {@return the convolution of {@code groups} parts}
   *
   * @param weights output channel, row, column, input channel of the part
   * @param inputChannels input channels of a part
   */
  static GroupedConv2d of(
      Window2d window,
      int inputZeroPoint,
      OutputStage stage,
      byte[] weights,
      int inputChannels,
      int[] bias,
      int groups) {
    ImmutableList.Builder<Conv2d> parts = ImmutableList.builder();
    int outputs = bias.length / groups;
    int size = weights.length / groups;
    for (int g = 0; g < groups; g++) {
      parts.add(
          new Conv2d(
              window,
              inputZeroPoint,
              part(stage, g * outputs, outputs),
              Arrays.copyOfRange(weights, g * size, (g + 1) * size),
              inputChannels,
              Arrays.copyOfRange(bias, g * outputs, (g + 1) * outputs)));
    }
    return new GroupedConv2d(parts.build(), window, outputs);
  }

  private static OutputStage part(OutputStage stage, int from, int count) {
    AccumulatorScaling all = stage.scaling();
    if (all.multipliers().length() == 1) {
      return stage;
    }
    return new OutputStage(
        AccumulatorScaling.of(
            all.rounding(),
            all.multipliers().subArray(from, from + count).toArray(),
            all.shifts().subArray(from, from + count).toArray()),
        stage.zeroPoint(),
        stage.clamp());
  }

  /** {@return the result for images of this shape} */
  byte[] execute(byte[] input, Nhwc shape) {
    if (parts.size() == 1) {
      return parts.getFirst().execute(input, shape);
    }
    int inputs = shape.channels() / parts.size();
    Nhwc partShape = new Nhwc(shape.batch(), shape.height(), shape.width(), inputs);
    Nhwc result = shape.through(window, outputs * parts.size());
    byte[] output = new byte[result.size()];
    for (int g = 0; g < parts.size(); g++) {
      byte[] part = new byte[partShape.size()];
      copyChannels(input, shape.channels(), g * inputs, part, inputs, 0, inputs);
      byte[] computed = parts.get(g).execute(part, partShape);
      copyChannels(computed, outputs, 0, output, result.channels(), g * outputs, outputs);
    }
    return output;
  }

  private static void copyChannels(
      byte[] from, int fromChannels, int fromStart, byte[] to, int toChannels, int toStart, int n) {
    for (int p = 0; p < from.length / fromChannels; p++) {
      System.arraycopy(from, p * fromChannels + fromStart, to, p * toChannels + toStart, n);
    }
  }
}
