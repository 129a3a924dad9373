package org.qopt.target.cpu.numerics;

/**
 * The mean of each channel of an image, as QLinearGlobalAveragePool computes it: an int32 sum,
 * rescaled by a float32 that contains the division.
 *
 * @param zeroPoint the byte that stands for 0 in the input
 * @param requantizer what brings the sums to the result's scale
 */
public record GlobalAverage(int zeroPoint, Requantizer requantizer) {
  /**
   * {@return a byte for each image and channel}
   *
   * @param pixels the number of pixels of an image, at least 1
   */
  public byte[] execute(byte[] images, int pixels, int channels) {
    byte[] output = new byte[images.length / pixels];
    for (int i = 0; i < output.length; i++) {
      int first = i / channels * pixels * channels + i % channels;
      int sum = 0;
      for (int p = 0; p < pixels; p++) {
        sum += images[first + p * channels] - zeroPoint;
      }
      output[i] = requantizer.apply(0, sum);
    }
    return output;
  }
}
