package org.qopt.quantize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import org.junit.jupiter.api.Test;
import org.qopt.dialect.quant.StorageType;
import org.qopt.dialect.quant.UniformQuantizedType;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.Shape;

class AffineParametersTest {
  @Test
  void takesTheScaleFromTheRangeAndTheZeroPointFromWhereZeroLies() {
    UniformQuantizedType type = AffineParameters.of(new ValueRange(-1, 1.55f), StorageType.I8);
    assertEquals(0.01f, type.scale32());
    assertEquals(-28, type.zeroPoint());
  }

  @Test
  void widensARangeToContainZero() {
    UniformQuantizedType above = AffineParameters.of(new ValueRange(2, 2.55f), StorageType.I8);
    assertEquals(0.01f, above.scale32());
    assertEquals(-128, above.zeroPoint());
    UniformQuantizedType below = AffineParameters.of(new ValueRange(-2.55f, -2), StorageType.I8);
    assertEquals(127, below.zeroPoint());
  }

  @Test
  void givesWhatIsAlwaysZeroTheScaleOne() {
    UniformQuantizedType type = AffineParameters.of(new ValueRange(0, 0), StorageType.I8);
    assertEquals(1, type.scale32());
    assertEquals(0, type.zeroPoint());
    assertEquals(1 / 256f, AffineParameters.of(new ValueRange(0, 0), StorageType.I16).scale32());
  }

  @Test
  void keepsScalesNormal() {
    ValueRange tiny = new ValueRange(0, Float.MIN_VALUE);
    assertEquals(Float.MIN_NORMAL, AffineParameters.of(tiny, StorageType.I8).scale32());
    ValueRange huge = new ValueRange(-Float.MAX_VALUE, Float.MAX_VALUE);
    assertTrue(Float.isFinite(AffineParameters.of(huge, StorageType.I8).scale32()));
  }

  @Property
  void representsZeroExactly(@ForAll float a, @ForAll float b) {
    UniformQuantizedType type = AffineParameters.of(range(a, b), StorageType.I8);
    assertTrue(type.zeroPoint() >= -128 && type.zeroPoint() <= 127, type::toString);
    assertEquals(type.zeroPoint(), store(0, type));
  }

  @Property
  void losesAtMostOneStepWithinTheRange(
      @ForAll @FloatRange(min = -1000, max = 1000) float a,
      @ForAll @FloatRange(min = -1000, max = 1000) float b,
      @ForAll @FloatRange(min = 0, max = 1) float where) {
    ValueRange range = range(a, b);
    UniformQuantizedType type = AffineParameters.of(range, StorageType.I8);
    float value = range.min() + where * (range.max() - range.min());
    double read = (store(value, type) - type.zeroPoint()) * type.scale();
    // Half a step for the value itself, half a step where the nudged zero point moves an end.
    assertTrue(Math.abs(read - value) <= type.scale() * 1.001, () -> value + " read as " + read);
  }

  @Property
  void storesAgainWhatItReadsBack(@ForAll float a, @ForAll float b, @ForAll byte stored) {
    UniformQuantizedType type = AffineParameters.of(range(a, b), StorageType.I8);
    float read = (float) ((stored - type.zeroPoint()) * type.scale());
    if (Float.isFinite(read)) {
      assertEquals(stored, store(read, type));
    }
  }

  private static ValueRange range(float a, float b) {
    return new ValueRange(Math.min(a, b), Math.max(a, b));
  }

  private static long store(float value, UniformQuantizedType type) {
    return QuantizedTensors.quantize(Tensor.of(Shape.of(1), value), type).integer(0);
  }
}
