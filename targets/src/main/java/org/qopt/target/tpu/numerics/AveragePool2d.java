package org.qopt.target.tpu.numerics;

import org.qopt.target.image.Window2d;

/**
 * The mean of each window: the sum of its integers divided by the number of pixels that are not
 * padding, to nearest, halves away from zero.
 *
 * @param window how the window moves
 * @param clamp the interval of the result
 */
public record AveragePool2d(Window2d window, ActivationClamp clamp) implements Pool2d {
  @Override
  public int start() {
    return 0;
  }

  @Override
  public int take(int accumulator, int value) {
    return accumulator + value;
  }

  @Override
  public int finish(int accumulator, int count) {
    int half = count / 2;
    return (accumulator > 0 ? accumulator + half : accumulator - half) / count;
  }
}
