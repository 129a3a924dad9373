package org.qopt.target.tpu.numerics;

import java.util.function.IntBinaryOperator;

/**
 * The common shape of two tensors of which one is repeated where it has a single element.
 * Dimensions are aligned at the last; those that a tensor lacks count as 1.
 */
public final class Broadcast {
  private final int[] shape;
  private final int[] firstStrides;
  private final int[] secondStrides;

  /**
   * @throws IllegalArgumentException if two dimensions differ and neither is 1
   */
  public Broadcast(int[] first, int[] second) {
    int rank = Math.max(first.length, second.length);
    shape = new int[rank];
    for (int i = 0; i < rank; i++) {
      int a = dim(first, i, rank);
      int b = dim(second, i, rank);
      if (a != b && a != 1 && b != 1) {
        throw new IllegalArgumentException("dimensions " + a + " and " + b + " do not broadcast");
      }
      shape[i] = a == 1 ? b : a;
    }
    firstStrides = strides(first, rank);
    secondStrides = strides(second, rank);
  }

  private static int dim(int[] dims, int i, int rank) {
    int own = i - (rank - dims.length);
    return own < 0 ? 1 : dims[own];
  }

  private static int[] strides(int[] dims, int rank) {
    int[] result = new int[rank];
    int stride = 1;
    for (int i = rank - 1; i >= 0; i--) {
      int dim = dim(dims, i, rank);
      result[i] = dim == 1 ? 0 : stride;
      stride *= dim;
    }
    return result;
  }

  static int size(int[] dims) {
    int size = 1;
    for (int dim : dims) {
      size = Math.multiplyExact(size, dim);
    }
    return size;
  }

  /** {@return the combination of int16 operands, cut to int16 by it} */
  public short[] apply(IntBinaryOperator combination, short[] first, short[] second) {
    short[] output = new short[size(shape)];
    int[] index = new int[shape.length];
    int firstAt = 0;
    int secondAt = 0;
    for (int i = 0; i < output.length; i++) {
      output[i] = (short) combination.applyAsInt(first[firstAt], second[secondAt]);
      for (int axis = shape.length - 1; axis >= 0; axis--) {
        firstAt += firstStrides[axis];
        secondAt += secondStrides[axis];
        if (++index[axis] < shape[axis]) {
          break;
        }
        firstAt -= firstStrides[axis] * shape[axis];
        secondAt -= secondStrides[axis] * shape[axis];
        index[axis] = 0;
      }
    }
    return output;
  }

  byte[] apply(Binary.Combination combination, byte[] first, byte[] second) {
    byte[] output = new byte[size(shape)];
    if (output.length == first.length && output.length == second.length) {
      for (int i = 0; i < output.length; i++) {
        output[i] = combination.apply(first[i], second[i]);
      }
      return output;
    }
    fill(combination, first, second, output, new int[] {0, 0, 0}, 0);
    return output;
  }

  /**
   * Walks dimension {@code axis}; {@code at} holds the places in the two operands and the result.
   */
  private void fill(
      Binary.Combination combination,
      byte[] first,
      byte[] second,
      byte[] output,
      int[] at,
      int axis) {
    if (axis == shape.length) {
      output[at[2]++] = combination.apply(first[at[0]], second[at[1]]);
      return;
    }
    int firstStart = at[0];
    int secondStart = at[1];
    for (int i = 0; i < shape[axis]; i++) {
      at[0] = firstStart + i * firstStrides[axis];
      at[1] = secondStart + i * secondStrides[axis];
      fill(combination, first, second, output, at, axis + 1);
    }
    at[0] = firstStart;
    at[1] = secondStart;
  }
}
