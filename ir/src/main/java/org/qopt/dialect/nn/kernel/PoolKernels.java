package org.qopt.dialect.nn.kernel;

import java.util.Arrays;
import org.qopt.dialect.nn.attr.Activation;
import org.qopt.dialect.nn.shape.PoolShapes;
import org.qopt.dialect.nn.shape.Window;
import org.qopt.ir.Operation;
import org.qopt.ir.interpret.Kernel;

/** The kernels of poolings. */
public final class PoolKernels {
  private PoolKernels() {}

  /** {@return the kernel of {@code nn.max_pool2d}} */
  public static Kernel max(Operation operation) {
    Activation activation = Activation.of(operation);
    return FloatKernels.of(
            PoolShapes::pool,
            _ ->
                (input, operands, shape, result) ->
                    Sliding.run(
                        PoolShapes.window(input),
                        input.shape(0),
                        shape,
                        new MaxTask(
                            operands.getFirst(), new float[shape.size(3)], activation, result)))
        .prepare(operation);
  }

  /** {@return the kernel of {@code nn.avg_pool2d}} */
  public static Kernel average(Operation operation) {
    Activation activation = Activation.of(operation);
    return FloatKernels.of(
            PoolShapes::pool,
            _ ->
                (input, operands, shape, result) -> {
                  Window window = PoolShapes.window(input);
                  int all = (int) (window.height() * window.width());
                  Sliding.run(
                      window,
                      input.shape(0),
                      shape,
                      new AverageTask(
                          operands.getFirst(),
                          input.flag("count_include_pad") ? all : 0,
                          new double[shape.size(3)],
                          activation,
                          result));
                })
        .prepare(operation);
  }

  /** Keeps the largest of each channel. */
  private record MaxTask(float[] image, float[] largest, Activation activation, float[] result)
      implements Sliding.Task {
    @Override
    public void begin() {
      Arrays.fill(largest, Float.NEGATIVE_INFINITY);
    }

    @Override
    public void cover(int pixel, int tap, int count) {
      for (int p = pixel; p < pixel + count; p++) {
        int from = p * largest.length;
        for (int c = 0; c < largest.length; c++) {
          largest[c] = Math.max(largest[c], image[from + c]);
        }
      }
    }

    @Override
    public void end(int pixel) {
      int to = pixel * largest.length;
      for (int c = 0; c < largest.length; c++) {
        result[to + c] = Math.min(Math.max(largest[c], activation.min()), activation.max());
      }
    }
  }

  /** Adds up each channel and counts the pixels. */
  private static final class AverageTask implements Sliding.Task {
    private final float[] image;
    private final int fixedCount;
    private final double[] sums;
    private final Activation activation;
    private final float[] result;
    private int covered;

    AverageTask(
        float[] image, int fixedCount, double[] sums, Activation activation, float[] result) {
      this.image = image;
      this.fixedCount = fixedCount;
      this.sums = sums;
      this.activation = activation;
      this.result = result;
    }

    @Override
    public void begin() {
      Arrays.fill(sums, 0);
      covered = 0;
    }

    @Override
    public void cover(int pixel, int tap, int count) {
      covered += count;
      for (int p = pixel; p < pixel + count; p++) {
        int from = p * sums.length;
        for (int c = 0; c < sums.length; c++) {
          sums[c] += image[from + c];
        }
      }
    }

    @Override
    public void end(int pixel) {
      int count = fixedCount > 0 ? fixedCount : covered;
      int to = pixel * sums.length;
      for (int c = 0; c < sums.length; c++) {
        float mean = (float) (sums[c] / count);
        result[to + c] = Math.min(Math.max(mean, activation.min()), activation.max());
      }
    }
  }
}
