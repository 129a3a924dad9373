package org.qopt.dialect.quant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.IntRange;
import org.qopt.ir.diagnostic.InvalidInputException;
import org.qopt.ir.interpret.OpRunner;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.FloatType;
import org.qopt.ir.type.IntegerType;
import org.qopt.ir.type.Shape;
import org.qopt.ir.type.TensorType;
import org.qopt.ir.type.Type;

/** The casts to and from quantized numbers. */
class CastKernelProperties {
  private static Tensor quantize(QuantizedType type, long[] dims, float... values) {
    Shape shape = Shape.of(dims);
    return OpRunner.run(
        QuantizeCastOp.DEF,
        Map.of(),
        List.of(TensorType.of(shape, FloatType.F32)),
        TensorType.of(shape, type),
        Tensor.of(shape, values));
  }

  private static Tensor dequantize(QuantizedType type, Tensor stored) {
    return OpRunner.run(
        DequantizeCastOp.DEF,
        Map.of(),
        List.of(TensorType.of(stored.shape(), type)),
        TensorType.of(stored.shape(), FloatType.F32),
        stored);
  }

  @Property(tries = 200)
  void quantizingWhatWasDequantizedGivesItBack(
      @ForAll @IntRange(min = 0, max = (1 << 23) - 1) int mantissa,
      @ForAll @IntRange(min = -100, max = 100) int exponent,
      @ForAll @IntRange(min = -128, max = 127) int zeroPoint) {
    float scale = Math.scalb(1 + mantissa * 0x1p-23f, exponent);
    UniformQuantizedType type = UniformQuantizedType.of(StorageType.I8, scale, zeroPoint);
    byte[] all = new byte[256];
    for (int i = 0; i < 256; i++) {
      all[i] = (byte) (i - 128);
    }
    Tensor stored = Tensor.of(Shape.of(256), all);
    assertEquals(stored, quantize(type, new long[] {256}, dequantize(type, stored).floats()));
  }

  @Property(tries = 500)
  void quantizingRoundsHalvesAwayFromZeroAndClamps(
      @ForAll @FloatRange(min = -300, max = 300) float value,
      @ForAll boolean half,
      @ForAll @IntRange(min = -128, max = 127) int zeroPoint) {
    float x = half ? (float) Math.rint(value) + 0.5f : value;
    UniformQuantizedType type = UniformQuantizedType.of(StorageType.I8_NARROW, 1, zeroPoint);
    long nearest = new BigDecimal(x).setScale(0, RoundingMode.HALF_UP).longValueExact();
    byte expected = (byte) Math.clamp(nearest + zeroPoint, -127, 127);
    assertEquals(Tensor.of(Shape.of(1), expected), quantize(type, new long[] {1}, x));
  }

  @Example
  void whatNoIntegerCanHoldBecomesTheLeast() {
    UniformQuantizedType type = UniformQuantizedType.of(StorageType.I8, 1, 3);
    assertEquals(
        Tensor.of(Shape.of(4), (byte) -128, (byte) -128, (byte) -128, (byte) 127),
        quantize(type, new long[] {4}, Float.NaN, Float.POSITIVE_INFINITY, 0x1p31f, 2e9f));
  }

  @Example
  void everyIndexAlongTheAxisHasItsOwnScale() {
    UniformQuantizedPerAxisType type =
        UniformQuantizedPerAxisType.symmetric(StorageType.I8_NARROW, 1, new double[] {1, 0.5});
    Tensor stored = quantize(type, new long[] {2, 2, 2}, 1, 2, 3, 4, 5, 6, 7, 8);
    byte[] expected = {1, 2, 6, 8, 5, 6, 14, 16};
    assertEquals(Tensor.of(Shape.of(2, 2, 2), expected), stored);
    assertEquals(Tensor.of(Shape.of(2, 2, 2), 1, 2, 3, 4, 5, 6, 7, 8f), dequantize(type, stored));
  }

  @Example
  void storageCastsKeepTheBits() {
    Type storage = UniformQuantizedType.of(StorageType.full(8, false), 0.5f, 3);
    Tensor result =
        OpRunner.run(
            StorageCastOp.DEF,
            Map.of(),
            List.of(TensorType.of(IntegerType.I8, 1)),
            TensorType.of(storage, 1),
            Tensor.of(Shape.of(1), (byte) -1));
    assertEquals(255, result.integer(0));
  }

  @Example
  void parametersThatAreNotDecidedCannotBeRun() {
    QuantizedType type = new AnyQuantizedType(StorageType.I8, FloatType.F32);
    InvalidInputException e =
        assertThrows(InvalidInputException.class, () -> quantize(type, new long[] {1}, 1));
    assertEquals(
        "'quant.qcast' op cannot be run: the scale of !quant.any<i8:f32> is not decided yet",
        e.getMessage());
  }
}
