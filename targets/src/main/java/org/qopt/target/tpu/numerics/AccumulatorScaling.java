package org.qopt.target.tpu.numerics;

import com.google.common.primitives.ImmutableIntArray;
import com.google.common.primitives.ImmutableLongArray;

/**
 * What an int32 accumulator is multiplied by, for each output channel.
 *
 * @param rounding how the product becomes an integer; says how many bits the multipliers have
 * @param multipliers the mantissas: one for all channels, or one a channel
 * @param shifts the exponents, as many
 */
public record AccumulatorScaling(
    Rounding rounding, ImmutableLongArray multipliers, ImmutableIntArray shifts) {
  /**
   * Checks that mantissas and exponents belong together.
   *
   * @throws IllegalArgumentException if there are none, or not as many of each, or if one is out of
   *     the range of the rounding's function in {@link FixedPoint}
   */
  public AccumulatorScaling {
    if (multipliers.isEmpty() || multipliers.length() != shifts.length()) {
      throw new IllegalArgumentException(
          multipliers.length() + " multipliers with " + shifts.length() + " shifts");
    }
    for (int i = 0; i < shifts.length(); i++) {
      check(rounding, multipliers.get(i), shifts.get(i));
    }
  }

  private static void check(Rounding rounding, long multiplier, int shift) {
    if (multiplier < 0 || multiplier >= 1L << rounding.mantissaBits()) {
      throw new IllegalArgumentException(
          "multiplier " + multiplier + " is not one of " + rounding.mantissaBits() + " bits");
    }
    int least = rounding == Rounding.NEAREST ? -900 : -31;
    int most =
        switch (rounding) {
          case NEAREST -> 900;
          case DOUBLE -> 31;
          case SINGLE -> 30;
          case WIDE -> 7;
        };
    if (shift < least || shift > most) {
      throw new IllegalArgumentException(
          "shift " + shift + " is outside of " + least + " to " + most);
    }
  }

  /**
   * {@return the scaling with these mantissas and exponents, as a program holds them}
   *
   * @throws IllegalArgumentException as the constructor does
   */
  public static AccumulatorScaling of(Rounding rounding, long[] multipliers, int[] shifts) {
    return new AccumulatorScaling(
        rounding, ImmutableLongArray.copyOf(multipliers), ImmutableIntArray.copyOf(shifts));
  }

  /**
   * {@return the scaling {@code input * weight / output} of a convolution or depthwise convolution}
   *
   * @param weights one scale for all output channels, or one each
   */
  public static AccumulatorScaling convolution(float input, float[] weights, float output) {
    return of(Rounding.DOUBLE, input, weights, output);
  }

  /**
   * {@return the scaling {@code input * weight / output} of a fully connected layer}
   *
   * @param weights one scale for all output channels, or one each
   */
  public static AccumulatorScaling fullyConnected(float input, float[] weights, float output) {
    return of(Rounding.NEAREST, input, weights, output);
  }

  /**
   * {@return the scaling {@code input * weight / output} with a given rounding}
   *
   * @param weights one scale for all output channels, or one each
   */
  public static AccumulatorScaling of(
      Rounding rounding, float input, float[] weights, float output) {
    long[] multipliers = new long[weights.length];
    int[] shifts = new int[weights.length];
    for (int i = 0; i < weights.length; i++) {
      double real = ScaleRatio.accumulator(input, weights[i], output);
      if (rounding == Rounding.NEAREST) {
        ExactMultiplier exact = ExactMultiplier.of(real);
        multipliers[i] = exact.multiplier();
        shifts[i] = exact.shift();
      } else {
        QuantizedMultiplier quantized = QuantizedMultiplier.of(real);
        multipliers[i] = quantized.multiplier();
        shifts[i] = quantized.shift();
      }
    }
    return of(rounding, multipliers, shifts);
  }

  /**
   * {@return the accumulator of an output channel, scaled}; one of more than 32 bits wants {@link
   * Rounding#WIDE} or {@link Rounding#NEAREST}
   */
  public int apply(int channel, long accumulator) {
    int i = multipliers.length() == 1 ? 0 : channel;
    long multiplier = multipliers.get(i);
    int shift = shifts.get(i);
    return switch (rounding) {
      case DOUBLE -> FixedPoint.multiplyDouble((int) accumulator, (int) multiplier, shift);
      case NEAREST -> FixedPoint.multiplyNearest(accumulator, multiplier, shift);
      case WIDE -> FixedPoint.multiplyWide(accumulator, (int) multiplier, shift);
      case SINGLE -> FixedPoint.multiplySingle((int) accumulator, (int) multiplier, shift);
    };
  }
}
