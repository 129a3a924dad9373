package org.qopt.target.tpu.numerics;

import org.qopt.dialect.nn.attr.Resampling.Coordinates;

/**
 * Where the pixels of a resized image lie in the one that it was made of, along one axis, in steps
 * of 1/1024 of a pixel.
 *
 * @param input the number of pixels of the image, 1 to {@link #LARGEST}
 * @param output the number of pixels of the result, 1 to {@link #LARGEST}
 * @param coordinates which place a pixel stands for; not that of PyTorch
 */
public record ResizedAxis(int input, int output, Coordinates coordinates) {
  /** The most pixels of an axis: their places fit in 31 bits. */
  public static final int LARGEST = 1 << 20;

  /** A pixel. */
  static final int ONE = 1 << 10;

  /**
   * Checks sizes and places.
   *
   * @throws IllegalArgumentException if a size is out of its range, or the places of the result
   *     leave the image, as the rounding of their distance can add up to
   */
  public ResizedAxis {
    if (Math.min(input, output) < 1 || Math.max(input, output) > LARGEST) {
      throw new IllegalArgumentException(
          "there is no way from %d to %d pixels, only from 1 to %d to as many"
              .formatted(input, output, LARGEST));
    }
    if (coordinates == Coordinates.PYTORCH_HALF_PIXEL) {
      throw new IllegalArgumentException("there are no coordinates " + coordinates);
    }
    long last = place(output - 1, step(input, output, coordinates), coordinates);
    if (last / ONE >= input) {
      throw new IllegalArgumentException(
          "the last of %d pixels would lie %s/1024 into an image of %d"
              .formatted(output, last, input));
    }
  }

  /** {@return the distance between two pixels of the result} */
  public int step() {
    return step(input, output, coordinates);
  }

  /** {@return the place of a pixel of the result, which may lie before the image} */
  public int place(int index) {
    return (int) place(index, step(), coordinates);
  }

  /** {@return the pixel of the image at or before a place} */
  int before(int place) {
    return Math.max(place / ONE, 0);
  }

  /** {@return the pixel of the image at or behind a place} */
  int behind(int place) {
    return Math.min((place + ONE - 1) / ONE, input - 1);
  }

  private static long place(int index, int step, Coordinates coordinates) {
    long start = (long) index * step;
    return coordinates == Coordinates.HALF_PIXEL ? start + step / 2 - ONE / 2 : start;
  }

  private static int step(int input, int output, Coordinates coordinates) {
    return coordinates == Coordinates.ALIGN_CORNERS && output > 1
        ? ((input - 1) * ONE + (output - 1) / 2) / (output - 1)
        : (input * ONE + output / 2) / output;
  }
}
