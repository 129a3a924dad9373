package org.qopt.target.dsp.numerics;

/**
 * Which weights an output channel of a convolution multiplies which input channels with. Weight
 * {@code (tap, i)} of an output channel belongs to the input channel {@code i} after its first, at
 * the position {@code tap} of the window.
 *
 * @param outputs the number of output channels
 * @param taps the number of positions of the window
 * @param depth how many input channels an output channel sums over
 * @param outputsPerStep how many neighbouring output channels have the same input channels
 * @param channelsLast whether the weights of one position lie together (1HWM) or those of one
 *     output channel (OHWI)
 */
public record FilterLayout(
    int outputs, int taps, int depth, int outputsPerStep, boolean channelsLast) {
  /** {@return the layout of filters OHWI whose input channels are cut into {@code groups}} */
  public static FilterLayout grouped(int outputs, int taps, int depth, int groups) {
    return new FilterLayout(outputs, taps, depth, Math.max(1, outputs / groups), false);
  }

  /** {@return the layout of filters 1HWM over images of {@code inputs} channels} */
  public static FilterLayout depthwise(int outputs, int taps, int inputs) {
    return new FilterLayout(outputs, taps, 1, Math.max(1, outputs / Math.max(1, inputs)), true);
  }

  /** {@return the first input channel of output channel {@code output}} */
  int firstInput(int output) {
    return output / outputsPerStep * depth;
  }

  /** {@return where the weights of an output channel at a position begin} */
  int weight(int output, int tap) {
    return channelsLast ? tap * outputs + output : (output * taps + tap) * depth;
  }

  /** {@return the number of the output channel that weight {@code index} belongs to} */
  public int output(int index) {
    return channelsLast ? index % outputs : index / (taps * depth);
  }
}
