package org.qopt.target.dialect;

import java.util.Arrays;
import org.qopt.ir.type.Shape;

/**
 * Surrounds a tensor of bytes by a byte.
 *
 * @param from the shape of what is surrounded
 * @param to the shape of the result
 * @param padding how many elements come before and after, axis by axis
 * @param value what they are
 */
public record BytePad(Shape from, Shape to, int[] padding, byte value) {
  /** {@return the result} */
  public byte[] execute(byte[] input) {
    byte[] output = new byte[Math.toIntExact(to.elements())];
    Arrays.fill(output, value);
    if (input.length > 0) {
      copy(input, 0, output, 0, 0);
    }
    return output;
  }

  /** Copies what is below index {@code fromAt} of axis {@code axis - 1} into its place. */
  private void copy(byte[] input, int fromAt, byte[] output, int toAt, int axis) {
    if (axis == from.rank()) {
      output[toAt] = input[fromAt];
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
