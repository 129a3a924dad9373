package org.qopt.target.tpu.dialect;

import java.util.Map;
import org.qopt.ir.attribute.StringAttr;
import org.qopt.target.dialect.Scales;
import org.qopt.target.tpu.numerics.AccumulatorScaling;
import org.qopt.target.tpu.numerics.Rounding;

/** What the accumulators of convolutions and matrix products are multiplied by. */
public final class AccumulatorScalings {
  /** Multipliers and shifts, from the scales of input, filter and result and the rounding. */
  public static final Derivation DERIVATION =
      (operands, result, attributes) -> {
        Rounding rounding =
            Rounding.of(((StringAttr) attributes.entries().get(TpuAttributes.ROUNDING)).value());
        boolean narrow = rounding == Rounding.DOUBLE || rounding == Rounding.SINGLE;
        boolean bytes = Scales.bits(result, operands.get(0)) == Byte.SIZE;
        if (bytes && rounding == Rounding.WIDE) {
          throw new IllegalArgumentException(
              "sums of 8-bit inputs have 32 bits, and rounding \"wide\" is that of 64");
        }
        if (!bytes && narrow) {
          throw new IllegalArgumentException(
              "sums of 16-bit inputs have 64 bits, which rounding \"%s\" does not take"
                  .formatted(rounding.text()));
        }
        AccumulatorScaling scaling =
            AccumulatorScaling.of(
                rounding,
                Scales.scale(operands.get(0)),
                Scales.all(operands.get(1)),
                Scales.scale(result));
        return Map.of(
            TpuAttributes.MULTIPLIER, TpuAttributes.multipliers(scaling),
            TpuAttributes.SHIFT, TpuAttributes.shifts(scaling));
      };

  private AccumulatorScalings() {}
}
