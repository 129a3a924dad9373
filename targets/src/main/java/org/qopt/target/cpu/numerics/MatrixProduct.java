package org.qopt.target.cpu.numerics;

import java.util.Arrays;

/**
 * Products of int8 matrices as QLinearMatMul computes them: int32 sums, which wrap around,
 * rescaled.
 *
 * @param zeroPointA the byte that stands for 0 in the left matrices
 * @param zeroPointB the byte that stands for 0 in the right ones
 * @param requantizer what brings the sums to the result's scale
 */
public record MatrixProduct(int zeroPointA, int zeroPointB, Requantizer requantizer) {
  /**
   * Multiplies two matrices.
   *
   * @param from where the left matrix begins in {@code a}, the right one in {@code b} and the
   *     result in {@code result}
   * @param size rows of the left matrix, its columns, and columns of the right one
   */
  public void multiply(byte[] a, byte[] b, byte[] result, int[] from, int[] size) {
    int[] sums = new int[size[2]];
    for (int m = 0; m < size[0]; m++) {
      Arrays.fill(sums, 0);
      for (int k = 0; k < size[1]; k++) {
        int value = a[from[0] + m * size[1] + k] - zeroPointA;
        int row = from[1] + k * size[2];
        for (int n = 0; n < sums.length; n++) {
          sums[n] += value * (b[row + n] - zeroPointB);
        }
      }
      for (int n = 0; n < sums.length; n++) {
        result[from[2] + m * size[2] + n] = requantizer.apply(0, sums[n]);
      }
    }
  }
}
