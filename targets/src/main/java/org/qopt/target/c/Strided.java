package org.qopt.target.c;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Elements of a box in row-major order, and where each is in some arrays.
 *
 * @param dims the sizes of the box, at least one
 * @param strides for each array how far it moves along each dimension
 */
public record Strided(int[] dims, List<int[]> strides) {
  /**
   * {@return the same walk with as few dimensions as possible}: those of size 1 are left out, and
   * neighbours through which all arrays move evenly become one
   */
  public static Strided of(int[] dims, int[]... strides) {
    List<int[]> axes = new ArrayList<>();
    for (int i = 0; i < dims.length; i++) {
      if (dims[i] == 1) {
        continue;
      }
      int[] axis = axis(dims, strides, i);
      if (!axes.isEmpty() && continues(axes.getLast(), axis)) {
        axis[0] *= axes.removeLast()[0];
      }
      axes.add(axis);
    }
    if (axes.isEmpty()) {
      axes.add(new int[strides.length + 1]);
      axes.getFirst()[0] = 1;
    }
    List<int[]> result = new ArrayList<>();
    for (int i = 0; i <= strides.length; i++) {
      int at = i;
      result.add(axes.stream().mapToInt(axis -> axis[at]).toArray());
    }
    return new Strided(result.getFirst(), result.subList(1, result.size()));
  }

  /** The size of a dimension, and behind it the stride of each array. */
  private static int[] axis(int[] dims, int[][] strides, int i) {
    int[] axis = new int[strides.length + 1];
    axis[0] = dims[i];
    for (int array = 0; array < strides.length; array++) {
      axis[array + 1] = strides[array][i];
    }
    return axis;
  }

  private static boolean continues(int[] outer, int[] inner) {
    for (int array = 1; array < outer.length; array++) {
      if (outer[array] != inner[array] * inner[0]) {
        return false;
      }
    }
    return true;
  }

  /** {@return the distances between neighbours in a tensor} */
  public static int[] rowMajor(int[] dims) {
    int[] strides = new int[dims.length];
    int stride = 1;
    for (int i = dims.length - 1; i >= 0; i--) {
      strides[i] = stride;
      stride *= dims[i];
    }
    return strides;
  }

  /** {@return the strides of a tensor that is repeated along {@code result}} */
  public static int[] repeated(int[] dims, int[] result) {
    int[] own = rowMajor(dims);
    int[] strides = new int[result.length];
    int missing = result.length - dims.length;
    for (int i = 0; i < dims.length; i++) {
      strides[missing + i] = dims[i] == 1 ? 0 : own[i];
    }
    return strides;
  }

  /** {@return whether the elements lie one behind the other in all arrays} */
  boolean isRun() {
    return dims.length == 1
        && (dims[0] == 1 || strides.stream().allMatch(stride -> stride[0] == 1));
  }

  /** {@return the number of dimensions} */
  public int rank() {
    return dims.length;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Strided that
        && Arrays.equals(dims, that.dims)
        && Arrays.deepEquals(strides.toArray(), that.strides.toArray());
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(dims);
  }
}
