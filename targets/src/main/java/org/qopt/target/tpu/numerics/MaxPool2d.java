package org.qopt.target.tpu.numerics;

import org.qopt.target.image.Window2d;

/**
 * The largest byte of each window, padding left out.
 *
 * @param window how the window moves
 * @param clamp the interval of the result
 */
public record MaxPool2d(Window2d window, ActivationClamp clamp) implements Pool2d {
  @Override
  public int start() {
    return Byte.MIN_VALUE;
  }

  @Override
  public void take(int[] accumulators, byte[] input, int from) {
    for (int c = 0; c < accumulators.length; c++) {
      accumulators[c] = Math.max(accumulators[c], input[from + c]);
    }
  }

  @Override
  public int finish(int accumulator, int count) {
    return accumulator;
  }
}
