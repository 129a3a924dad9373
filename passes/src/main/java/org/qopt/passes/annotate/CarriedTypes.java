package org.qopt.passes.annotate;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.qopt.dialect.quant.AnyQuantizedType;
import org.qopt.dialect.quant.QuantizedType;
import org.qopt.dialect.quant.StorageType;
import org.qopt.dialect.quant.UniformQuantizedPerAxisType;
import org.qopt.dialect.quant.UniformQuantizedType;
import org.qopt.ir.tensor.Tensor;
import org.qopt.quantize.NumberFormat;
import org.qopt.quantize.ResultRule;
import org.qopt.quantize.ValueRange;

/** Parameters that a program carries, in the words of a profile. */
final class CarriedTypes {
  /** Integers of more bits have the zero point 0 in every profile. */
  private static final int WIDEST_ASYMMETRIC = 8;

  private CarriedTypes() {}

  /**
   * {@return the scale and zero point under which {@code format} stores activations by the numbers
   * that {@code type} stores them by, all moved by a constant; empty if it cannot}
   */
  static Optional<ResultRule.Fixed> exact(QuantizedType type, NumberFormat format) {
    if (!(format instanceof NumberFormat.Affine(StorageType storage, _))
        || !(type instanceof UniformQuantizedType one)
        || type.storage().width() != storage.width()) {
      return Optional.empty();
    }
    long zeroPoint = one.zeroPoint() + move(type.storage(), storage);
    boolean held =
        storage.width() <= WIDEST_ASYMMETRIC
            ? storage.clamp(zeroPoint) == zeroPoint
            : zeroPoint == 0;
    return held ? Optional.of(new ResultRule.Fixed(one.scale32(), zeroPoint)) : Optional.empty();
  }

  /** {@return the reals that values of {@code type} reach from and to} */
  static ValueRange range(QuantizedType type) {
    StorageType storage = type.storage();
    double[] scales = scales(type);
    long[] zeroPoints = zeroPoints(type);
    double min = Double.POSITIVE_INFINITY;
    double max = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < scales.length; i++) {
      min = Math.min(min, (storage.min() - zeroPoints[i]) * scales[i]);
      max = Math.max(max, (storage.max() - zeroPoints[i]) * scales[i]);
    }
    return new ValueRange(finite(min), finite(max));
  }

  /**
   * {@return the type under which {@code format} stores {@code weights} by the integers that {@code
   * type} stores them by; empty if it cannot}
   *
   * @param axis the axis of the output channels, each with a scale of its own
   */
  static Optional<QuantizedType> exact(
      QuantizedType type, Tensor weights, int axis, NumberFormat format) {
    if (!(format instanceof NumberFormat.Affine(StorageType storage, _))
        || !isSymmetric(type)
        || !holds(storage, weights, type)) {
      return Optional.empty();
    }
    double[] scales = scales(type);
    boolean one = Arrays.stream(scales).distinct().count() == 1;
    if (format.markedAxis(OptionalInt.of(axis)).isEmpty()) {
      return one
          ? Optional.of(UniformQuantizedType.of(storage, (float) scales[0], 0))
          : Optional.empty();
    }
    int channels = weights.shape().size(axis);
    boolean along = type instanceof UniformQuantizedPerAxisType many && many.axis() == axis;
    if (channels == 0 || !one && !along) {
      return Optional.empty();
    }
    double[] perChannel =
        along ? scales : DoubleStream.generate(() -> scales[0]).limit(channels).toArray();
    return Optional.of(UniformQuantizedPerAxisType.symmetric(storage, axis, perChannel));
  }

  private static boolean isSymmetric(QuantizedType type) {
    long zero = type.storage().signed() ? 0 : 1L << (type.storage().width() - 1);
    return LongStream.of(zeroPoints(type)).allMatch(zeroPoint -> zeroPoint == zero);
  }

  private static boolean holds(StorageType storage, Tensor weights, QuantizedType type) {
    double[] scales = scales(type);
    int axis = type instanceof UniformQuantizedPerAxisType many ? many.axis() : 0;
    int run = 1;
    for (int i = axis + 1; i < weights.shape().rank(); i++) {
      run *= weights.shape().size(i);
    }
    for (long i = 0; i < weights.size(); i++) {
      double scale = scales[(int) (i / run % scales.length)];
      long integer = Math.round(weights.real(i) / scale);
      if (storage.clamp(integer) != integer) {
        return false;
      }
    }
    return true;
  }

  /** What the integers of one storage are larger by in another one of as many bits. */
  private static long move(StorageType from, StorageType to) {
    long half = 1L << (to.width() - 1);
    return (from.signed() ? half : 0) - (to.signed() ? half : 0);
  }

  private static double[] scales(QuantizedType type) {
    return switch (type) {
      case UniformQuantizedType one -> new double[] {one.scale32()};
      case UniformQuantizedPerAxisType many ->
          many.scales().stream().map(scale -> (float) scale).toArray();
      case AnyQuantizedType any -> throw new IllegalArgumentException("no parameters: " + any);
    };
  }

  private static long[] zeroPoints(QuantizedType type) {
    return switch (type) {
      case UniformQuantizedType one -> new long[] {one.zeroPoint()};
      case UniformQuantizedPerAxisType many -> many.zeroPoints().toArray();
      case AnyQuantizedType any -> throw new IllegalArgumentException("no parameters: " + any);
    };
  }

  private static float finite(double value) {
    return (float) Math.clamp(value, -Float.MAX_VALUE, Float.MAX_VALUE);
  }
}
