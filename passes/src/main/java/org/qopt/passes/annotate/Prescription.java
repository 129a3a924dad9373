package org.qopt.passes.annotate;

import org.qopt.dialect.quant.QuantizedType;
import org.qopt.quantize.NumberFormat;
import org.qopt.quantize.ResultRule;
import org.qopt.quantize.ValueRange;

/** Where parameters come from that do not follow from calibration. */
sealed interface Prescription {
  /**
   * The operation always has them.
   *
   * @param parameters the parameters
   * @param profile how the profile that says so stores numbers
   */
  record OfOperation(ResultRule.Fixed parameters, NumberFormat profile) implements Prescription {
    @Override
    public ResultRule.Fixed in(NumberFormat format) {
      // The largest number stays what it is, whatever the mantissas.
      return format instanceof NumberFormat.Block(var type)
              && profile instanceof NumberFormat.Block(var own)
          ? new ResultRule.Fixed(
              Math.scalb(parameters.scale(), own.bits() - type.bits()), parameters.zeroPoint())
          : parameters;
    }

    @Override
    public ValueRange range() {
      return switch (profile.fixed(parameters)) {
        case QuantizedType type -> CarriedTypes.range(type);
        // Mantissas reach as far on both sides.
        default -> {
          float reach = Math.scalb(parameters.scale(), bits() - 1);
          yield new ValueRange(-reach, reach);
        }
      };
    }

    private int bits() {
      return profile instanceof NumberFormat.Block(var type) ? type.bits() : 1;
    }
  }

  /**
   * They follow from a range that the program or a recipe gives.
   *
   * @param range the range
   */
  record OfRange(ValueRange range) implements Prescription {
    @Override
    public ResultRule.Fixed in(NumberFormat format) {
      return format.parameters(range);
    }
  }

  /**
   * The program carries them.
   *
   * @param type what it says of the value
   */
  record OfProgram(QuantizedType type) implements Prescription {
    @Override
    public ResultRule.Fixed in(NumberFormat format) {
      return CarriedTypes.exact(type, format).orElseGet(() -> format.parameters(range()));
    }

    @Override
    public ValueRange range() {
      return CarriedTypes.range(type);
    }
  }

  /** {@return the parameters of numbers that are stored in {@code format}} */
  ResultRule.Fixed in(NumberFormat format);

  /** {@return the reals that numbers with these parameters reach from and to} */
  ValueRange range();
}
