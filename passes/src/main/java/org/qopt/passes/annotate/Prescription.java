package org.qopt.passes.annotate;

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

  /** {@return the parameters of numbers that are stored in {@code format}} */
  ResultRule.Fixed in(NumberFormat format);
}
