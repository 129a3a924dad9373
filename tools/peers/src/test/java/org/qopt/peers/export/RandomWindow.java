package org.qopt.peers.export;

import java.util.Random;

/**
 * A window along one axis.
 *
 * @param size of the axis
 * @param kernel positions
 * @param stride between windows
 * @param dilation between positions
 * @param before padding before
 * @param after padding behind
 */
record RandomWindow(int size, int kernel, int stride, int dilation, int before, int after) {
  /** {@return a window of which often a part is in the padding} */
  static RandomWindow of(Random random, int size, boolean dilated) {
    int kernel = 1 + random.nextInt(4);
    int dilation = dilated && random.nextInt(3) == 0 ? 2 : 1;
    int stride = 1 + random.nextInt(3);
    if (random.nextInt(3) == 0) {
      // As a framework would pad so that the size is divided by the stride.
      int all =
          Math.max(
              (Math.ceilDiv(size, stride) - 1) * stride + (kernel - 1) * dilation + 1 - size, 0);
      int before = Math.min(all / 2, kernel - 1);
      return new RandomWindow(
          size, kernel, stride, dilation, before, Math.min(all - all / 2, kernel - 1));
    }
    return new RandomWindow(
        size, kernel, stride, dilation, random.nextInt(kernel), random.nextInt(kernel));
  }

  int outputs() {
    int room = size + before + after - (kernel - 1) * dilation - 1;
    return size == 0 || room < 0 ? 0 : room / stride + 1;
  }

  static String attributes(RandomWindow h, RandomWindow w) {
    return "strides = array<i64: %d, %d>, padding = array<i64: %d, %d, %d, %d>"
        .formatted(h.stride, w.stride, h.before, h.after, w.before, w.after);
  }
}
