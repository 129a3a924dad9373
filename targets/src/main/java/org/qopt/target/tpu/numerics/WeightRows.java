package org.qopt.target.tpu.numerics;

/**
 * A matrix of weights, widened to int, with a row of all output channels for each input position.
 * Rows are arrays of their own and every loop runs over one index alone: only such loops of int are
 * turned into vector instructions by the JVM.
 */
final class WeightRows {
  private final int[][] rows;

  private WeightRows(int[][] rows) {
    this.rows = rows;
  }

  /**
   * {@return the rows of a matrix that is stored output channel by output channel}
   *
   * @param weights {@code outputs * inputs} values
   * @param zeroPoint the weight that stands for 0
   */
  static WeightRows transposed(byte[] weights, int outputs, int inputs, int zeroPoint) {
    int[][] rows = new int[inputs][outputs];
    for (int o = 0; o < outputs; o++) {
      for (int i = 0; i < inputs; i++) {
        rows[i][o] = weights[o * inputs + i] - zeroPoint;
      }
    }
    return new WeightRows(rows);
  }

  /**
   * Adds {@code x[xStart + i] * row[start + i]} to the accumulators for all i below {@code count}.
   */
  void accumulate(int[] accumulators, int[] x, int xStart, int start, int count) {
    int i = 0;
    for (; i + 4 <= count; i += 4) {
      addFour(accumulators, x, xStart + i, start + i);
    }
    for (; i < count; i++) {
      addOne(accumulators, x[xStart + i], rows[start + i]);
    }
  }

  private void addFour(int[] accumulators, int[] x, int xAt, int at) {
    int x0 = x[xAt];
    int x1 = x[xAt + 1];
    int x2 = x[xAt + 2];
    int x3 = x[xAt + 3];
    int[] r0 = rows[at];
    int[] r1 = rows[at + 1];
    int[] r2 = rows[at + 2];
    int[] r3 = rows[at + 3];
    for (int o = 0; o < accumulators.length; o++) {
      accumulators[o] += x0 * r0[o] + x1 * r1[o] + x2 * r2[o] + x3 * r3[o];
    }
  }

  private static void addOne(int[] accumulators, int x, int[] row) {
    for (int o = 0; o < accumulators.length; o++) {
      accumulators[o] += x * row[o];
    }
  }
}
