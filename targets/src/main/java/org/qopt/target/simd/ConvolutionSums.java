package org.qopt.target.simd;

import com.google.common.primitives.ImmutableIntArray;
import java.util.Arrays;
import org.qopt.target.image.Nhwc;
import org.qopt.target.image.Window2d;

/**
 * Convolution of int8 images as far as the int32 sums, which wrap around. The same sums as one
 * product after the other gives.
 */
public final class ConvolutionSums {
  private final Nhwc images;
  private final Window2d window;
  private final int zeroPoint;
  private final int[] bias;
  private final int inputs;
  private final DenseSums[] groups;

  /**
   * Packs the weights.
   *
   * @param images the shape of the input
   * @param window how the window moves; {@link #isLarge} must not hold of it
   * @param zeroPoint the byte that stands for 0, also in the padding
   * @param weights output channel, row, column, input channel of the group, this last innermost
   * @param bias one value for each output channel
   * @param groups into how many equal parts the channels are cut; divides both numbers of channels
   */
  public ConvolutionSums(
      Nhwc images, Window2d window, int zeroPoint, int[] weights, int[] bias, int groups) {
    this.images = images;
    this.window = window;
    this.zeroPoint = zeroPoint;
    this.bias = bias.clone();
    this.inputs = images.channels() / groups;
    int terms = window.rows().kernel() * window.columns().kernel() * inputs;
    int outputs = bias.length / groups;
    int largest = Math.max(zeroPoint - Byte.MIN_VALUE, Byte.MAX_VALUE - zeroPoint);
    this.groups = new DenseSums[groups];
    for (int g = 0; g < groups; g++) {
      int[] own = Arrays.copyOfRange(weights, g * outputs * terms, (g + 1) * outputs * terms);
      Runs runs = runs(groups, ExactParts.ends(own, outputs, terms, largest));
      this.groups[g] = new DenseSums(runs, own, outputs, terms);
    }
  }

  /** {@return whether the padded images are too large to be held as floats} */
  public static boolean isLarge(Nhwc images, Window2d window) {
    Nhwc padded = PaddedImage.shape(images, window, images.channels());
    double size = (double) padded.batch() * padded.height() * padded.width() * padded.channels();
    return size > 1 << 27;
  }

  private Runs runs(int groupCount, ImmutableIntArray ends) {
    int width = PaddedImage.shape(images, window, 1).width();
    int rows = window.rows().kernel();
    int columns = window.columns().kernel();
    // Neighbouring positions are contiguous in the image as they are in the weights.
    boolean joined = window.columns().dilation() == 1 && groupCount == 1;
    int across = joined ? 1 : columns;
    int[] offset = new int[rows * across];
    int[] length = new int[offset.length];
    for (int ky = 0; ky < rows; ky++) {
      for (int kx = 0; kx < across; kx++) {
        int line = ky * window.rows().dilation() * width;
        offset[ky * across + kx] = (line + kx * window.columns().dilation()) * images.channels();
        length[ky * across + kx] = joined ? columns * inputs : inputs;
      }
    }
    return Runs.cut(offset, length, ends);
  }

  /** {@return what {@code stage} makes of the sums, in the shape of the convolution's result} */
  public byte[] execute(byte[] input, SumStage stage) {
    images.check(input, "input");
    PaddedImage image = PaddedImage.of(input, images, window, 1, zeroPoint);
    int[] places = image.places(images, window);
    byte[] output = new byte[Math.multiplyExact(places.length, bias.length)];
    int outputs = bias.length / groups.length;
    int[] sums = new int[DenseSums.PIXELS * DenseSums.CHANNELS];
    for (int g = 0; g < groups.length; g++) {
      for (int channel = 0; channel < outputs; channel += DenseSums.CHANNELS) {
        Block block =
            new Block(
                g * outputs + channel, Math.min(DenseSums.CHANNELS, outputs - channel), g * inputs);
        for (int pixel = 0; pixel < places.length; pixel += DenseSums.PIXELS) {
          sum(groups[g], channel, block, image.values(), places, pixel, sums);
          store(block, pixel, places.length, sums, output, stage);
        }
      }
    }
    return output;
  }

  /** Neighbouring output channels: the first, how many, and the first of the group's inputs. */
  private record Block(int first, int count, int input) {}

  private void sum(
      DenseSums dense,
      int channel,
      Block block,
      float[] image,
      int[] places,
      int pixel,
      int[] sums) {
    int last = places.length - 1;
    for (int p = 0; p < DenseSums.PIXELS; p++) {
      System.arraycopy(bias, block.first, sums, p * DenseSums.CHANNELS, block.count);
    }
    // Behind the last pixel that one is summed again.
    dense.add(
        image,
        places[pixel] + block.input,
        places[Math.min(pixel + 1, last)] + block.input,
        places[Math.min(pixel + 2, last)] + block.input,
        places[Math.min(pixel + 3, last)] + block.input,
        channel,
        sums);
  }

  private void store(
      Block block, int pixel, int pixels, int[] sums, byte[] output, SumStage stage) {
    int count = Math.min(DenseSums.PIXELS, pixels - pixel);
    for (int p = 0; p < count; p++) {
      stage.store(
          sums,
          p * DenseSums.CHANNELS,
          block.first,
          block.count,
          output,
          (pixel + p) * bias.length + block.first);
    }
  }
}
