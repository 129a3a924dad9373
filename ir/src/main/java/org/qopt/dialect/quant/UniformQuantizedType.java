package org.qopt.dialect.quant;

import org.qopt.ir.type.FloatType;
import org.qopt.ir.type.Type;

/**
 * {@code !quant.uniform<i8:f32, 0.02:-3>}: one scale and zero point for all elements. {@code real =
 * (stored - zeroPoint) * scale}.
 *
 * @param storage the integers that are stored
 * @param expressed the type of the real numbers
 * @param scale the step between neighbours, positive, as it was written; types whose scales are
 *     equal once rounded to {@code f32}, when that is expressed, are equal
 * @param zeroPoint the integer that stands for zero
 */
public record UniformQuantizedType(
    StorageType storage, Type expressed, double scale, long zeroPoint) implements QuantizedType {
  /**
   * Checks the parameters.
   *
   * @throws IllegalArgumentException if the scale is not positive and finite
   */
  public UniformQuantizedType {
    QuantizedTypes.checkScale(scale, expressed);
  }

  /** {@return the type of real {@code f32} numbers} */
  public static UniformQuantizedType of(StorageType storage, float scale, long zeroPoint) {
    return new UniformQuantizedType(
        storage, FloatType.F32, QuantizedTypes.shortest(scale), zeroPoint);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof UniformQuantizedType that
        && storage.equals(that.storage)
        && expressed.equals(that.expressed)
        && zeroPoint == that.zeroPoint
        && used() == that.used();
  }

  @Override
  public int hashCode() {
    return 31 * (31 * storage.hashCode() + Double.hashCode(used())) + Long.hashCode(zeroPoint);
  }

  @Override
  public String toString() {
    return "!quant.uniform<"
        + storage
        + ":"
        + expressed
        + ", "
        + QuantizedTypes.parameters(scale, zeroPoint)
        + ">";
  }

  private double used() {
    return QuantizedTypes.used(scale, expressed);
  }

  /** {@return the scale as an {@code f32}} */
  public float scale32() {
    return (float) scale;
  }

  /** {@return the integer that stands for {@code real}, as {@code quant.qcast} rounds it} */
  public int quantize(float real) {
    return QuantizeKernel.quantize(real, scale32(), zeroPoint, storage);
  }

  /** {@return the least real number that can be stored} */
  public double realMin() {
    return (storage.min() - zeroPoint) * used();
  }

  /** {@return the largest real number that can be stored} */
  public double realMax() {
    return (storage.max() - zeroPoint) * used();
  }
}
