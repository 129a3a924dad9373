package org.qopt.target.tpu.numerics;

import com.google.common.collect.ImmutableList;
import org.qopt.target.image.Nhwc;
import org.qopt.target.image.Window2d;
import org.qopt.target.simd.ByteKernel;
import org.qopt.target.simd.ConvolutionSums;
import org.qopt.target.simd.SumStage;

/**
 * {@link TransposedConv2d} of int8 with vector instructions: a plain convolution for each place
 * that a result can have between two windows.
 */
final class FastTransposed implements ByteKernel {
  private final ImmutableList<Part> parts;
  private final SumStage stage;
  private final Nhwc result;
  private final Window2d window;

  /** Results that one convolution gives. */
  private record Part(Phase rows, Phase columns, Nhwc shape, ConvolutionSums sums) {}

  /** Prepares the convolutions; the parameters are those of {@link FastFilters}. */
  FastTransposed(
      Nhwc images,
      Nhwc result,
      Window2d window,
      int inputZeroPoint,
      SumStage stage,
      int[] weights,
      int[] bias,
      int groups) {
    this.stage = stage;
    this.result = result;
    this.window = window;
    ImmutableList.Builder<Part> all = ImmutableList.builder();
    for (Phase rows : Phase.of(window.rows(), images.height(), result.height())) {
      for (Phase columns : Phase.of(window.columns(), images.width(), result.width())) {
        Window2d plain = new Window2d(rows.window(), columns.window());
        int[] own = weights(weights, bias.length, window, rows, columns);
        all.add(
            new Part(
                rows,
                columns,
                images.through(plain, bias.length),
                new ConvolutionSums(images, plain, inputZeroPoint, own, bias, groups)));
      }
    }
    parts = all.build();
  }

  /** {@return the windows of all convolutions} */
  static ImmutableList<Window2d> windows(Nhwc images, Nhwc result, Window2d window) {
    return Phase.of(window.rows(), images.height(), result.height()).stream()
        .flatMap(
            rows ->
                Phase.of(window.columns(), images.width(), result.width()).stream()
                    .map(columns -> new Window2d(rows.window(), columns.window())))
        .collect(ImmutableList.toImmutableList());
  }

  /** The weights at some positions; those of a window that has none on a result are 0. */
  private static int[] weights(
      int[] weights, int outputs, Window2d window, Phase rows, Phase columns) {
    int height = window.rows().kernel();
    int width = window.columns().kernel();
    int inputs = weights.length / (outputs * height * width);
    int across = columns.window().kernel();
    int[] own = new int[outputs * rows.window().kernel() * across * inputs];
    for (int o = 0; o < outputs; o++) {
      for (int y = 0; y < rows.positions().length(); y++) {
        for (int x = 0; x < columns.positions().length(); x++) {
          int row = o * height + rows.positions().get(y);
          int from = (row * width + columns.positions().get(x)) * inputs;
          int to = ((o * rows.window().kernel() + y) * across + x) * inputs;
          System.arraycopy(weights, from, own, to, inputs);
        }
      }
    }
    return own;
  }

  @Override
  public byte[] execute(byte[] input) {
    byte[] output = new byte[result.size()];
    for (Part part : parts) {
      place(part, part.sums().execute(input, stage), output);
    }
    return output;
  }

  private void place(Part part, byte[] computed, byte[] output) {
    int channels = result.channels();
    for (int b = 0; b < result.batch(); b++) {
      for (int y = 0; y < part.rows().count(); y++) {
        int line = b * part.shape().height() + part.rows().skipped() + y;
        int row = part.rows().first() + y * window.rows().stride();
        int from = line * part.shape().width() + part.columns().skipped();
        int to = (b * result.height() + row) * result.width() + part.columns().first();
        for (int x = 0; x < part.columns().count(); x++) {
          System.arraycopy(
              computed,
              (from + x) * channels,
              output,
              (to + x * window.columns().stride()) * channels,
              channels);
        }
      }
    }
  }
}
