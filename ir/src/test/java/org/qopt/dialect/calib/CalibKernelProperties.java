package org.qopt.dialect.calib;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import org.qopt.dialect.quant.AnyQuantizedType;
import org.qopt.dialect.quant.StorageType;
import org.qopt.ir.attribute.Attribute;
import org.qopt.ir.attribute.FloatAttr;
import org.qopt.ir.attribute.IntegerAttr;
import org.qopt.ir.attribute.TypeAttr;
import org.qopt.ir.interpret.OpRunner;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.FloatType;
import org.qopt.ir.type.Shape;

/** The marks leave values as they are; fake quantization rounds them. */
class CalibKernelProperties {
  private static final Attribute STORAGE =
      new TypeAttr(new AnyQuantizedType(StorageType.I8, FloatType.F32));

  private static Tensor fakeQuant(float min, float max, float... values) {
    return OpRunner.run(
        FakeQuantOp.DEF,
        Map.of("min", FloatAttr.f32(min), "max", FloatAttr.f32(max), "storage", STORAGE),
        Tensor.of(Shape.of(values.length), values));
  }

  @Example
  void marksReturnTheirFirstOperand() {
    Tensor x = Tensor.of(Shape.of(2, 1), 0.3f, -7f);
    assertEquals(
        x, OpRunner.run(ObserveOp.DEF, Map.of("storage", STORAGE, "group", IntegerAttr.i64(1)), x));
    assertEquals(
        x, OpRunner.run(WeightOp.DEF, Map.of("storage", STORAGE, "axis", IntegerAttr.i64(0)), x));
    assertEquals(x, OpRunner.run(BiasOp.DEF, Map.of("storage", STORAGE), x, x, x));
  }

  @Example
  void aRangeWhoseZeroIsOnTheGridStaysAsItIs() {
    // Scale 1/16, zero at the 128th of 256 integers.
    Tensor result = fakeQuant(-8f, 7.9375f, -9f, -8f, 0.03f, 0.04f, 0.03125f, 7.9375f, 8f);
    assertEquals(Tensor.of(Shape.of(7), -8f, -8f, 0f, 0.0625f, 0.0625f, 7.9375f, 7.9375f), result);
  }

  @Property(tries = 500)
  void zeroIsExactAndErrorsAreAtMostHalfAStep(
      @ForAll @FloatRange(min = -10, max = 0) float min,
      @ForAll @FloatRange(min = 0.01f, max = 10) float max,
      @ForAll @FloatRange(min = 0, max = 1) float where) {
    float x = min + (max - min) * where;
    Tensor result = fakeQuant(min, max, 0f, x);
    assertEquals(0, result.real(0), 1e-6);
    double step = (max - min) / 255.0;
    // Nudging moves the ends by up to half a step, clamping to them adds as much.
    assertTrue(
        Math.abs(result.real(1) - x) <= step * 1.001 + 1e-6, () -> x + " became " + result.real(1));
  }

  @Property(tries = 200)
  void roundingTwiceIsRoundingOnce(@ForAll @FloatRange(min = -9, max = 9) float x) {
    float once = (float) fakeQuant(-6, 6, x).real(0);
    assertEquals(once, fakeQuant(-6, 6, once).real(0));
  }
}
