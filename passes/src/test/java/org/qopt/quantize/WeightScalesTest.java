package org.qopt.quantize;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalInt;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.qopt.dialect.quant.StorageType;
import org.qopt.dialect.quant.UniformQuantizedPerAxisType;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.Shape;

class WeightScalesTest {
  @Test
  void takesTheLargestMagnitudeOfEachChannel() {
    Tensor weights = Tensor.of(Shape.of(2, 3), 1, -12.7f, 3, 0.5f, 1.27f, -1);
    assertArrayEquals(
        new float[] {0.1f, 0.01f},
        WeightScales.of(weights, OptionalInt.of(0), StorageType.I8_NARROW));
    assertArrayEquals(
        new float[] {1 / 127f, 0.1f, 3 / 127f},
        WeightScales.of(weights, OptionalInt.of(1), StorageType.I8_NARROW));
    assertArrayEquals(
        new float[] {0.1f}, WeightScales.of(weights, OptionalInt.empty(), StorageType.I8_NARROW));
  }

  @Test
  void givesAChannelOfZerosTheScaleOfTheWholeTensor() {
    Tensor weights = Tensor.of(Shape.of(2, 2), 0, 0, 12.7f, 1);
    assertArrayEquals(
        new float[] {0.1f, 0.1f},
        WeightScales.of(weights, OptionalInt.of(0), StorageType.I8_NARROW));
    assertArrayEquals(
        new float[] {1},
        WeightScales.of(
            Tensor.of(Shape.of(1, 2), 0f, 0f), OptionalInt.of(0), StorageType.I8_NARROW));
  }

  @Test
  void refusesWhatIsNotFinite() {
    Tensor weights = Tensor.of(Shape.of(1, 2), 1, Float.NaN);
    assertThrows(
        IllegalArgumentException.class,
        () -> WeightScales.of(weights, OptionalInt.of(0), StorageType.I8_NARROW));
  }

  @Property
  void losesAtMostHalfAStep(@ForAll @Size(6) float[] values) {
    Tensor weights = Tensor.of(Shape.of(2, 3), finite(values));
    float[] scales = WeightScales.of(weights, OptionalInt.of(0), StorageType.I8_NARROW);
    UniformQuantizedPerAxisType type =
        UniformQuantizedPerAxisType.symmetric(
            StorageType.I8_NARROW, 0, new double[] {scales[0], scales[1]});
    Tensor stored = QuantizedTensors.quantize(weights, type);
    for (int i = 0; i < 6; i++) {
      double scale = scales[i / 3];
      double error = Math.abs(stored.integer(i) * scale - weights.real(i));
      assertTrue(error <= scale * 0.501, () -> "error " + error + " of scale " + scale);
      assertTrue(Math.abs(stored.integer(i)) <= 127);
    }
  }

  @Property
  void roundsHalvesAwayFromZero(@ForAll @FloatRange(min = -126, max = 126) float value) {
    float half = (float) Math.floor(value) + 0.5f;
    UniformQuantizedPerAxisType type =
        UniformQuantizedPerAxisType.symmetric(StorageType.I8_NARROW, 0, new double[] {1});
    long stored = QuantizedTensors.quantize(Tensor.of(Shape.of(1), half), type).integer(0);
    assertEquals(half > 0 ? Math.ceil(half) : Math.floor(half), stored);
  }

  private static float[] finite(float[] values) {
    float[] copy = values.clone();
    for (int i = 0; i < copy.length; i++) {
      copy[i] = Float.isFinite(copy[i]) ? copy[i] : 0;
    }
    return copy;
  }
}
