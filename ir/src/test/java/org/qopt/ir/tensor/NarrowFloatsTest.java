package org.qopt.ir.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class NarrowFloatsTest {
  @Test
  void whatIsJustAboveAHalfIsNotRoundedTwice() {
    assertEquals((short) 0x3C01, NarrowFloats.toFloat16(1 + 0x1p-11 + 0x1p-40));
    assertEquals((short) 0x3C00, NarrowFloats.toFloat16(1 + 0x1p-11));
    assertEquals((short) 0x3F81, NarrowFloats.toBfloat16(1 + 0x1p-8 + 0x1p-40));
    assertEquals((short) 0x3F80, NarrowFloats.toBfloat16(1 + 0x1p-8));
  }

  @Test
  void whatIsTooLargeIsInfinite() {
    assertEquals((short) 0x7C00, NarrowFloats.toFloat16(65_520));
    assertEquals((short) 0xFC00, NarrowFloats.toFloat16(Double.NEGATIVE_INFINITY));
    assertEquals((short) 0x7F80, NarrowFloats.toBfloat16(1e308));
    assertEquals((short) 0xFF80, NarrowFloats.toBfloat16(Double.NEGATIVE_INFINITY));
  }

  @Property
  void bfloat16KeepsEightBitsOfANumber(@ForAll @DoubleRange(min = 1, max = 2) double value) {
    BigDecimal steps = new BigDecimal(value).multiply(BigDecimal.valueOf(1 << 7));
    BigDecimal nearest = steps.setScale(0, RoundingMode.HALF_EVEN);
    double expected =
        nearest.divide(BigDecimal.valueOf(1 << 7), MathContext.DECIMAL64).doubleValue();
    assertEquals(expected, NarrowFloats.fromBfloat16(NarrowFloats.toBfloat16(value)));
  }
}
