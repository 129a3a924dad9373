package org.qopt.target.simd;

import com.google.common.primitives.ImmutableIntArray;
import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import org.qopt.target.image.Nhwc;
import org.qopt.target.image.Window2d;

/**
 * Convolution of each channel by itself as far as the int32 sums, which wrap around: a vector holds
 * neighbouring channels of one pixel.
 */
public final class DepthwiseSums {
  private final Nhwc images;
  private final Window2d window;
  private final int zeroPoint;
  private final int copies;
  private final int[] bias;
  private final int padded;
  private final float[] weights;
  private final int[] offsets;
  private final ImmutableIntArray partEnds;

  /**
   * Prepares the weights.
   *
   * @param images the shape of the input
   * @param window how the window moves; {@link ConvolutionSums#isLarge} must not hold of it
   * @param zeroPoint the byte that stands for 0, also in the padding
   * @param weights row, column, output channel, this last innermost
   * @param bias one value for each output channel, a multiple of the input channels
   */
  public DepthwiseSums(Nhwc images, Window2d window, int zeroPoint, int[] weights, int[] bias) {
    this.images = images;
    this.window = window;
    this.zeroPoint = zeroPoint;
    this.copies = bias.length / images.channels();
    this.padded = Lanes.roundUp(bias.length, Lanes.COUNT);
    this.bias = Arrays.copyOf(bias, padded);
    int positions = window.rows().kernel() * window.columns().kernel();
    this.weights = new float[positions * padded];
    int[] byChannel = new int[weights.length];
    for (int p = 0; p < positions; p++) {
      for (int c = 0; c < bias.length; c++) {
        this.weights[p * padded + c] = weights[p * bias.length + c];
        byChannel[c * positions + p] = weights[p * bias.length + c];
      }
    }
    int largest = Math.max(zeroPoint - Byte.MIN_VALUE, Byte.MAX_VALUE - zeroPoint);
    this.partEnds = ExactParts.ends(byChannel, bias.length, positions, largest);
    this.offsets = offsets(bias.length);
  }

  private int[] offsets(int channels) {
    int width = PaddedImage.shape(images, window, 1).width();
    int columns = window.columns().kernel();
    int[] result = new int[window.rows().kernel() * columns];
    for (int k = 0; k < result.length; k++) {
      int line = k / columns * window.rows().dilation() * width;
      result[k] = (line + k % columns * window.columns().dilation()) * channels;
    }
    return result;
  }

  /** {@return what {@code stage} makes of the sums, in the shape of the convolution's result} */
  public byte[] execute(byte[] input, SumStage stage) {
    images.check(input, "input");
    int channels = images.channels() * copies;
    PaddedImage image = PaddedImage.of(input, images, window, copies, zeroPoint);
    int[] places = image.places(images, window);
    // The vector behind the last channels of the last pixel reads a little further.
    float[] values = Arrays.copyOf(image.values(), image.values().length + Lanes.COUNT);
    byte[] output = new byte[Math.multiplyExact(places.length, channels)];
    int[] sums = new int[padded];
    for (int p = 0; p < places.length; p++) {
      System.arraycopy(bias, 0, sums, 0, padded);
      for (int c = 0; c < channels; c += Lanes.COUNT) {
        sum(values, places[p] + c, c, sums);
      }
      stage.store(sums, 0, 0, channels, output, p * channels);
    }
    return output;
  }

  private void sum(float[] values, int place, int channel, int[] sums) {
    int position = 0;
    for (int i = 0; i < partEnds.length(); i++) {
      FloatVector sum = FloatVector.zero(Lanes.FLOATS);
      for (; position < partEnds.get(i); position++) {
        FloatVector x = FloatVector.fromArray(Lanes.FLOATS, values, place + offsets[position]);
        FloatVector w = FloatVector.fromArray(Lanes.FLOATS, weights, position * padded + channel);
        sum = x.fma(w, sum);
      }
      IntVector whole = (IntVector) sum.convert(VectorOperators.F2I, 0);
      IntVector.fromArray(Lanes.INTS, sums, channel).add(whole).intoArray(sums, channel);
    }
  }
}
