package org.qopt.target.tpu.numerics;

/** Bytes widened to int, less their zero point. */
final class Widened {
  private Widened() {}

  static int[] flat(byte[] input, int zeroPoint) {
    int[] result = new int[input.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = input[i] - zeroPoint;
    }
    return result;
  }

  static int[] flat(short[] input) {
    int[] result = new int[input.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = input[i];
    }
    return result;
  }

  /**
   * {@return an array for each pixel, in which every channel stands {@code copies} times in a row}
   */
  static int[][] pixels(byte[] input, int channels, int copies, int zeroPoint) {
    int[][] result = new int[channels == 0 ? 0 : input.length / channels][channels * copies];
    for (int p = 0; p < result.length; p++) {
      int[] pixel = result[p];
      if (copies == 1) {
        for (int c = 0; c < channels; c++) {
          pixel[c] = input[p * channels + c] - zeroPoint;
        }
      } else {
        for (int c = 0; c < pixel.length; c++) {
          pixel[c] = input[p * channels + c / copies] - zeroPoint;
        }
      }
    }
    return result;
  }
}
