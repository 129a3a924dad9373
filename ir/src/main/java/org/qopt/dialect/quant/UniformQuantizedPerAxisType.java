package org.qopt.dialect.quant;

import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.ImmutableLongArray;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.qopt.ir.type.FloatType;
import org.qopt.ir.type.Type;

/**
 * {@code !quant.uniform<i8<-127:127>:f32:0, {0.1, 0.2}>}: a scale and zero point for each index
 * along one axis.
 *
 * @param storage the integers that are stored
 * @param expressed the type of the real numbers
 * @param axis the axis, counted from 0
 * @param scales the step between neighbours per index, as in {@link UniformQuantizedType}
 * @param zeroPoints the integer that stands for zero per index
 */
public record UniformQuantizedPerAxisType(
    StorageType storage,
    Type expressed,
    int axis,
    ImmutableDoubleArray scales,
    ImmutableLongArray zeroPoints)
    implements QuantizedType {
  /**
   * Checks the parameters.
   *
   * @throws IllegalArgumentException if a scale is not positive and finite, the axis is negative,
   *     or the numbers of scales and zero points differ
   */
  public UniformQuantizedPerAxisType {
    if (axis < 0) {
      throw new IllegalArgumentException("illegal quantized dimension: " + axis);
    }
    if (scales.isEmpty() || scales.length() != zeroPoints.length()) {
      throw new IllegalArgumentException(
          "illegal number of scales and zeroPoints: "
              + scales.length()
              + ", "
              + zeroPoints.length());
    }
    Type target = expressed;
    scales.forEach(scale -> QuantizedTypes.checkScale(scale, target));
  }

  /** {@return the type of real {@code f32} numbers} */
  public static UniformQuantizedPerAxisType of(
      StorageType storage, int axis, double[] scales, long[] zeroPoints) {
    return new UniformQuantizedPerAxisType(
        storage,
        FloatType.F32,
        axis,
        ImmutableDoubleArray.copyOf(
            Arrays.stream(scales).map(scale -> QuantizedTypes.shortest((float) scale))),
        ImmutableLongArray.copyOf(zeroPoints));
  }

  /** {@return the symmetric type (zero points 0) of real {@code f32} numbers} */
  public static UniformQuantizedPerAxisType symmetric(
      StorageType storage, int axis, double[] scales) {
    return of(storage, axis, scales, new long[scales.length]);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof UniformQuantizedPerAxisType that
        && storage.equals(that.storage)
        && expressed.equals(that.expressed)
        && axis == that.axis
        && zeroPoints.equals(that.zeroPoints)
        && used().equals(that.used());
  }

  @Override
  public int hashCode() {
    return 31 * (31 * (31 * storage.hashCode() + axis) + used().hashCode()) + zeroPoints.hashCode();
  }

  private ImmutableDoubleArray used() {
    return ImmutableDoubleArray.copyOf(
        scales.stream().map(scale -> QuantizedTypes.used(scale, expressed)));
  }

  @Override
  public String toString() {
    return IntStream.range(0, scales.length())
        .mapToObj(i -> QuantizedTypes.parameters(scales.get(i), zeroPoints.get(i)))
        .collect(
            Collectors.joining(
                ", ", "!quant.uniform<" + storage + ":" + expressed + ":" + axis + ", {", "}>"));
  }
}
