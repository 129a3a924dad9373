package org.qopt.dialect.nn.kernel;

import java.util.Optional;
import org.qopt.dialect.nn.attr.Activation;
import org.qopt.dialect.nn.shape.ConvShapes;
import org.qopt.dialect.nn.shape.ConvTransposeShapes;
import org.qopt.dialect.nn.shape.Window;
import org.qopt.ir.Operation;
import org.qopt.ir.interpret.Constants;
import org.qopt.ir.interpret.Kernel;
import org.qopt.ir.tensor.ElementKind;
import org.qopt.ir.type.Shape;

/** The kernel of {@code nn.conv2d_transpose}: gathers for each pixel what falls on it. */
public final class ConvTransposeKernel {
  private ConvTransposeKernel() {}

  /** {@return the kernel} */
  public static Kernel transposed(Operation operation) {
    return FloatKernels.of(ConvTransposeShapes::transposed, ConvTransposeKernel::prepare)
        .prepare(operation);
  }

  private static FloatKernels.Body prepare(Operation operation) {
    Activation activation = Activation.of(operation);
    Optional<float[]> constant =
        Constants.evaluate(operation.operand(1))
            .map(f -> FilterRows.of(f.cast(ElementKind.F32).floats(), f.shape().size(0)));
    return (input, operands, shape, result) -> {
      int outputs = shape.size(3);
      float[] rows = constant.orElseGet(() -> FilterRows.of(operands.get(1), outputs));
      int groups = input.integer("groups");
      for (int group = 0; group < groups; group++) {
        new Gather(
                operands.getFirst(),
                input.shape(0),
                ConvShapes.window(input),
                rows,
                groups,
                group,
                new Accumulator(outputs / groups))
            .run(ConvKernels.bias(operands), activation, shape, result);
      }
    };
  }

  /**
   * A transposed convolution of one group of channels.
   *
   * @param rows the filter as HWIO: a row of output channels for each tap and input channel
   */
  private record Gather(
      float[] image,
      Shape shape,
      Window window,
      float[] rows,
      int groups,
      int group,
      Accumulator sums) {

    void run(float[] bias, Activation activation, Shape target, float[] result) {
      int outputs = target.size(3);
      int offset = group * (outputs / groups);
      int pixel = 0;
      for (int n = 0; n < target.size(0); n++) {
        for (int y = 0; y < target.size(1); y++) {
          for (int x = 0; x < target.size(2); x++) {
            sums.start(bias, offset);
            gather(n, y + window.padding().top(), x + window.padding().left(), outputs);
            sums.store(activation, result, pixel++ * outputs + offset);
          }
        }
      }
    }

    private void gather(int n, int y, int x, int outputs) {
      int channels = shape.size(3);
      int perGroup = channels / groups;
      for (int i = 0; i < window.height(); i++) {
        int row = source(y, i, window.dilations().height(), window.strides().height());
        if (row < 0 || row >= shape.size(1)) {
          continue;
        }
        for (int j = 0; j < window.width(); j++) {
          int column = source(x, j, window.dilations().width(), window.strides().width());
          if (column >= 0 && column < shape.size(2)) {
            int from = ((n * shape.size(1) + row) * shape.size(2) + column) * channels;
            int tap = (int) (i * window.width() + j) * perGroup;
            sums.addRows(
                image,
                from + group * perGroup,
                perGroup,
                rows,
                tap * outputs + group * (outputs / groups),
                outputs);
          }
        }
      }
    }

    // The pixel whose window has its element `tap` on place `place`, or -1.
    private static int source(int place, int tap, int dilation, int stride) {
      int start = place - tap * dilation;
      return start >= 0 && start % stride == 0 ? start / stride : -1;
    }
  }
}
