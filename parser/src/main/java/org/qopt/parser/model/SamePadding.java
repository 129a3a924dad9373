package org.qopt.parser.model;

/**
 * The padding along one axis with which a window gives ceil(size / stride) results.
 *
 * @param before what stands before the first element
 * @param after what stands after the last one; equal to {@code before} or one more
 */
public record SamePadding(long before, long after) {
  /**
   * {@return the padding of an axis of {@code size} elements for a window of {@code kernel}
   * elements, {@code dilation} apart}
   *
   * @throws ArithmeticException if a number exceeds a {@code long}
   */
  public static SamePadding of(long size, long kernel, long stride, long dilation) {
    long results = Math.ceilDiv(size, stride);
    long reach = Math.addExact(Math.multiplyExact(kernel - 1, dilation), 1);
    long covered = Math.addExact(Math.multiplyExact(results - 1, stride), reach);
    long total = Math.max(0, covered - size);
    return new SamePadding(total / 2, total - total / 2);
  }

  /** {@return the same amount with the odd element before} */
  public SamePadding flipped() {
    return new SamePadding(after, before);
  }

  /** {@return before and after together} */
  public long total() {
    return before + after;
  }
}
