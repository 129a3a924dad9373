package org.qopt.dialect.nn.kernel;

import java.util.List;
import java.util.Optional;
import org.qopt.dialect.nn.attr.Activation;
import org.qopt.dialect.nn.shape.ConvShapes;
import org.qopt.ir.Operation;
import org.qopt.ir.interpret.Constants;
import org.qopt.ir.interpret.Kernel;
import org.qopt.ir.tensor.ElementKind;

/** The kernels of convolutions. */
public final class ConvKernels {
  private static final float[] NO_BIAS = {};

  private ConvKernels() {}

  /** {@return the kernel of {@code nn.conv2d}} */
  public static Kernel conv2d(Operation operation) {
    return FloatKernels.of(ConvShapes::conv2d, ConvKernels::prepareConv).prepare(operation);
  }

  /** {@return the kernel of {@code nn.depthwise_conv2d}} */
  public static Kernel depthwise(Operation operation) {
    return FloatKernels.of(ConvShapes::depthwise, ConvKernels::prepareDepthwise).prepare(operation);
  }

  private static FloatKernels.Body prepareConv(Operation operation) {
    Activation activation = Activation.of(operation);
    Optional<float[]> constant =
        Constants.evaluate(operation.operand(1))
            .map(f -> FilterRows.of(f.cast(ElementKind.F32).floats(), f.shape().size(0)));
    return (input, operands, shape, result) -> {
      int groups = input.integer("groups");
      int outputs = shape.size(3);
      float[] rows = constant.orElseGet(() -> FilterRows.of(operands.get(1), outputs));
      for (int group = 0; group < groups; group++) {
        Accumulator sums = new Accumulator(outputs / groups);
        Sliding.run(
            ConvShapes.window(input),
            input.shape(0),
            shape,
            new ConvTask(
                operands.getFirst(),
                input.shape(0).size(3),
                rows,
                outputs,
                groups,
                group,
                bias(operands),
                sums,
                activation,
                result));
      }
    };
  }

  private static FloatKernels.Body prepareDepthwise(Operation operation) {
    Activation activation = Activation.of(operation);
    return (input, operands, shape, result) -> {
      int channels = input.shape(0).size(3);
      Sliding.run(
          ConvShapes.window(input),
          input.shape(0),
          shape,
          new DepthwiseTask(
              operands.get(0),
              channels,
              operands.get(1),
              channels == 0 ? 1 : shape.size(3) / channels,
              bias(operands),
              new Accumulator(shape.size(3)),
              activation,
              result));
    };
  }

  static float[] bias(List<float[]> operands) {
    return operands.size() > 2 ? operands.get(2) : NO_BIAS;
  }

  /**
   * A convolution of one group of channels.
   *
   * @param rows the filter as HWIO: a row of output channels for each tap and input channel
   */
  private record ConvTask(
      float[] image,
      int channels,
      float[] rows,
      int outputs,
      int groups,
      int group,
      float[] bias,
      Accumulator sums,
      Activation activation,
      float[] result)
      implements Sliding.Task {
    @Override
    public void begin() {
      sums.start(bias, group * (outputs / groups));
    }

    @Override
    public void cover(int pixel, int tap, int count) {
      int perGroup = channels / groups;
      if (groups == 1) {
        sums.addRows(
            image, pixel * channels, count * channels, rows, tap * channels * outputs, outputs);
        return;
      }
      for (int i = 0; i < count; i++) {
        int factors = (pixel + i) * channels + group * perGroup;
        int first = (tap + i) * perGroup * outputs + group * (outputs / groups);
        sums.addRows(image, factors, perGroup, rows, first, outputs);
      }
    }

    @Override
    public void end(int pixel) {
      sums.store(activation, result, pixel * outputs + group * (outputs / groups));
    }
  }

  /** A convolution of each channel by itself; the filter is 1HWM. */
  private record DepthwiseTask(
      float[] image,
      int channels,
      float[] filter,
      int multiplier,
      float[] bias,
      Accumulator sums,
      Activation activation,
      float[] result)
      implements Sliding.Task {
    @Override
    public void begin() {
      sums.start(bias, 0);
    }

    @Override
    public void cover(int pixel, int tap, int count) {
      int outputs = channels * multiplier;
      for (int i = 0; i < count; i++) {
        int from = (pixel + i) * channels;
        if (multiplier == 1) {
          sums.addProducts(image, from, filter, (tap + i) * outputs);
        } else {
          sums.addRepeated(image, from, multiplier, filter, (tap + i) * outputs);
        }
      }
    }

    @Override
    public void end(int pixel) {
      sums.store(activation, result, pixel * channels * multiplier);
    }
  }
}
