package org.qopt.target.image;

/**
 * A window that moves along one dimension.
 *
 * @param kernel positions in the window, at least 1
 * @param stride distance between two windows, at least 1
 * @param dilation distance between two positions in a window, at least 1
 * @param padBefore positions before the first element that a window may cover
 * @param padAfter positions after the last element that a window may cover
 */
public record Window1d(int kernel, int stride, int dilation, int padBefore, int padAfter) {
  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one is out of its range
   */
  public Window1d {
    if (kernel < 1 || stride < 1 || dilation < 1 || padBefore < 0 || padAfter < 0) {
      throw new IllegalArgumentException(
          "no window: kernel %d, stride %d, dilation %d, padding %d and %d"
              .formatted(kernel, stride, dilation, padBefore, padAfter));
    }
  }

  /** {@return a window without padding} */
  public static Window1d valid(int kernel, int stride, int dilation) {
    return new Window1d(kernel, stride, dilation, 0, 0);
  }

  /**
   * {@return a window padded so that there are {@code ceil(size / stride)} results, the odd
   * position of padding behind}
   */
  public static Window1d same(int size, int kernel, int stride, int dilation) {
    int outputs = Math.ceilDiv(size, stride);
    int extent = (kernel - 1) * dilation + 1;
    int padding = Math.max((outputs - 1) * stride + extent - size, 0);
    return new Window1d(kernel, stride, dilation, padding / 2, padding - padding / 2);
  }

  /** {@return the number of windows in {@code size} elements} */
  public int outputs(int size) {
    int extent = (kernel - 1) * dilation + 1;
    int room = size + padBefore + padAfter - extent;
    return room < 0 ? 0 : room / stride + 1;
  }

  /**
   * {@return where a window starts: the element under its first position; negative in the padding}
   */
  public int start(int output) {
    return output * stride - padBefore;
  }

  /** {@return the first position of a window that is not in the padding before} */
  public int firstInside(int output) {
    return Math.max(0, Math.ceilDiv(-start(output), dilation));
  }

  /** {@return the position after the last one that is not in the padding after} */
  public int endInside(int output, int size) {
    return Math.min(kernel, Math.ceilDiv(size - start(output), dilation));
  }
}
