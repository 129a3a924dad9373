package org.qopt.quantize;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalInt;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.qopt.dialect.quant.StorageType;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.Shape;

class WeightGridTest {
  @Property
  void weightsThatWereIntegersKeepTheirValues(
      @ForAll @Size(min = 16, max = 40) byte[] integers,
      @ForAll @Scale(7) @FloatRange(min = 1e-6f, max = 100) float step) {
    float[] weights = new float[integers.length];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = step * Math.max(integers[i], -127);
    }
    float scale = scaleOf(weights);
    for (float weight : weights) {
      assertEquals(weight, Math.rint(weight / scale) * scale, Math.abs(weight) * 1e-6);
    }
  }

  @Property
  void everyWeightIsAtMostHalfAStepAway(
      @ForAll @Size(min = 2, max = 40) float[] weights,
      @ForAll @IntRange(min = 1, max = 9) int unit) {
    for (int i = 0; i < weights.length; i++) {
      weights[i] = Math.clamp(weights[i], -unit, unit);
    }
    float scale = scaleOf(weights);
    for (float weight : weights) {
      assertEquals(weight, Math.rint(weight / scale) * scale, scale * 0.5001);
      assertEquals(0, Math.max(0, Math.abs(Math.rint(weight / scale)) - 127));
    }
  }

  @Test
  void fewWeightsUseAllIntegers() {
    assertEquals(1f / 127, scaleOf(1f, -0.5f));
  }

  @Test
  void weightsOnNoGridUseAllIntegers() {
    assertEquals(1f / 127, scaleOf(irrational(20)));
  }

  private static float[] irrational(int count) {
    float[] weights = new float[count];
    for (int i = 0; i < count; i++) {
      weights[i] = (float) Math.cos(i);
    }
    return weights;
  }

  private static float scaleOf(float... weights) {
    return WeightScales.of(
        Tensor.of(Shape.of(weights.length), weights), OptionalInt.empty(), StorageType.I8_NARROW)[
        0];
  }
}
