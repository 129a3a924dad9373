package org.qopt.target.tpu.numerics;

import org.qopt.target.image.Window2d;

/**
 * The largest integer of each window, padding left out.
 *
 * @param window how the window moves
 * @param clamp the interval of the result
 */
public record MaxPool2d(Window2d window, ActivationClamp clamp) implements Pool2d {
  @Override
  public int start() {
    return Integer.MIN_VALUE;
  }

  @Override
  public int take(int accumulator, int value) {
    return Math.max(accumulator, value);
  }

  @Override
  public int finish(int accumulator, int count) {
    return accumulator;
  }
}
