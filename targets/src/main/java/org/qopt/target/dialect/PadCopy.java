package org.qopt.target.dialect;

import org.qopt.ir.type.Shape;

/**
 * Puts a tensor into a larger one.
 *
 * @param from the shape of the tensor
 * @param to the shape of the larger one
 * @param padding how many elements come before and after, axis by axis
 */
public record PadCopy(Shape from, Shape to, int[] padding) {
  /** Copies the elements of {@code input} into their places, between arrays of one kind. */
  public void copy(Object input, Object output) {
    if (from.elements() > 0) {
      copy(input, 0, output, 0, 0);
    }
  }

  /** Copies what is below index {@code fromAt} of axis {@code axis - 1} into its place. */
  private void copy(Object input, int fromAt, Object output, int toAt, int axis) {
    if (axis == from.rank()) {
      System.arraycopy(input, fromAt, output, toAt, 1);
      return;
    }
    int size = from.size(axis);
    int first = toAt * to.size(axis) + padding[2 * axis];
    if (axis == from.rank() - 1) {
      System.arraycopy(input, fromAt * size, output, first, size);
      return;
    }
    for (int i = 0; i < size; i++) {
      copy(input, fromAt * size + i, output, first + i, axis + 1);
    }
  }
}
