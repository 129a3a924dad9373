package org.qopt.cli.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.qopt.dialect.quant.StorageType;
import org.qopt.dialect.quant.UniformQuantizedType;
import org.qopt.ir.tensor.ElementKind;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.FloatType;
import org.qopt.ir.type.Shape;
import org.qopt.ir.type.TensorType;
import org.qopt.ir.type.Type;
import org.qopt.target.BoundaryRounding;

class BoundaryProperties {
  private static final byte[] ALL_INT8 = new byte[256];

  static {
    for (int i = 0; i < ALL_INT8.length; i++) {
      ALL_INT8[i] = (byte) (i - 128);
    }
  }

  /** {@return scales of all magnitudes} */
  @Provide
  Arbitrary<Float> scales() {
    return Combinators.combine(
            Arbitraries.integers().between(0, (1 << 23) - 1),
            Arbitraries.integers().between(-100, 100))
        .as((fraction, exponent) -> Math.scalb(1 + fraction / (float) (1 << 23), exponent));
  }

  @Property
  void quantizingUndoesDequantizing(
      @ForAll("scales") float scale, @ForAll @IntRange(min = -128, max = 127) int zeroPoint) {
    Type type = int8(scale, zeroPoint, ALL_INT8.length);
    Tensor real = Boundary.toReal(Tensor.of(Shape.of(ALL_INT8.length), ALL_INT8), type);
    assertEquals(ElementKind.F32, real.kind());
    assertArrayEquals(
        ALL_INT8, Boundary.toArgument(real, type, BoundaryRounding.HALF_AWAY).bytes());
  }

  @Property
  void realNumbersAreScaledDistancesFromTheZeroPoint(
      @ForAll("scales") float scale,
      @ForAll @IntRange(min = -128, max = 127) int zeroPoint,
      @ForAll byte stored) {
    Type type = int8(scale, zeroPoint, 1);
    float real = Boundary.toReal(Tensor.of(Shape.of(1), stored), type).floats()[0];
    assertEquals(scale * (stored - zeroPoint), real);
  }

  @Property
  void neverLeavesTheRangeOfTheStorage(
      @ForAll float x,
      @ForAll("scales") float scale,
      @ForAll @IntRange(min = -127, max = 127) int zeroPoint) {
    Type narrow = TensorType.of(Shape.of(1), of(StorageType.I8_NARROW, scale, zeroPoint));
    byte stored = Boundary.toArgument(floats(x), narrow, BoundaryRounding.HALF_AWAY).bytes()[0];
    double exact = Math.clamp((double) x / scale + zeroPoint, -127, 127);
    assertEquals(exact, stored, 0.5 + Math.abs(exact - zeroPoint) * 1e-6);
  }

  @Example
  void roundsHalvesAwayFromZero() {
    assertArrayEquals(
        new byte[] {1, -1, 2, -2, 3, -3, 0, 0},
        quantized(1, 0, 0.5f, -0.5f, 1.5f, -1.5f, 2.5f, -2.5f, 0.49999997f, -0.49999997f));
  }

  @Example
  void roundsBeforeItAddsTheZeroPoint() {
    // -0.5 goes to -1, so 3 + -1; had the zero point been added first, 2.5 would go to 3.
    assertArrayEquals(new byte[] {2, 4}, quantized(1, 3, -0.5f, 0.5f));
  }

  @Example
  void saturates() {
    assertArrayEquals(
        new byte[] {127, -128, 127, -128, 127, -128},
        quantized(
            0.1f,
            5,
            1000,
            -1000,
            Float.MAX_VALUE,
            -Float.MAX_VALUE,
            Float.POSITIVE_INFINITY,
            Float.NEGATIVE_INFINITY));
  }

  @Example
  void takesIntegersForRealNumbers() {
    Type type = int8(0.5f, 0, 2);
    Tensor data = Tensor.of(Shape.of(2), 3, -4);
    assertArrayEquals(
        new byte[] {6, -8}, Boundary.toArgument(data, type, BoundaryRounding.HALF_AWAY).bytes());
  }

  @Example
  void takesRawDataAsTheyAre() {
    Type type = int8(0.5f, 7, 2);
    Tensor data = Tensor.of(Shape.of(2), 3L, -4L);
    assertArrayEquals(new byte[] {3, -4}, Boundary.storedArgument(data, type).bytes());
  }

  @Example
  void castsButDoesNotScaleForAFloatInput() {
    Type type = TensorType.of(Shape.of(2), FloatType.F32);
    Tensor data = Tensor.of(Shape.of(2), (byte) 3, (byte) -4);
    assertArrayEquals(
        new float[] {3, -4}, Boundary.toArgument(data, type, BoundaryRounding.HALF_AWAY).floats());
  }

  @Example
  void leavesFloatResultsAlone() {
    Tensor result = floats(1, 2);
    assertSame(result, Boundary.toReal(result, TensorType.of(Shape.of(2), FloatType.F32)));
  }

  private static byte[] quantized(float scale, long zeroPoint, float... values) {
    Type type = int8(scale, zeroPoint, values.length);
    return Boundary.toArgument(floats(values), type, BoundaryRounding.HALF_AWAY).bytes();
  }

  @Example
  void halvesGoToTheEvenNeighbourForCpu() {
    Type type = TensorType.of(Shape.of(4), UniformQuantizedType.of(StorageType.I8, 0.5f, 3));
    Tensor data = floats(0.25f, 0.75f, -0.25f, -0.75f);
    assertArrayEquals(
        new byte[] {3, 5, 3, 1},
        Boundary.toArgument(data, type, BoundaryRounding.HALF_EVEN).bytes());
    assertArrayEquals(
        new byte[] {4, 5, 2, 1},
        Boundary.toArgument(data, type, BoundaryRounding.HALF_AWAY).bytes());
  }

  private static Tensor floats(float... values) {
    return Tensor.of(Shape.of(values.length), values);
  }

  private static Type int8(float scale, long zeroPoint, int size) {
    return TensorType.of(Shape.of(size), of(StorageType.I8, scale, zeroPoint));
  }

  private static UniformQuantizedType of(StorageType storage, float scale, long zeroPoint) {
    return UniformQuantizedType.of(storage, scale, zeroPoint);
  }
}
