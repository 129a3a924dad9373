package org.qopt.target.tpu.numerics;

import org.qopt.target.simd.Simd;
import org.qopt.target.simd.SumStage;

/** An {@link OutputStage} prepared for many rows of accumulators. */
final class Requantizer implements SumStage {
  private final Rounding rounding;
  private final long[] multipliers;
  private final int[] shifts;
  private final int zeroPoint;
  private final int min;
  private final int max;

  Requantizer(OutputStage stage, int channels) {
    AccumulatorScaling scaling = stage.scaling();
    int given = scaling.multipliers().length();
    if (given != 1 && given != channels) {
      throw new IllegalArgumentException(given + " multipliers for " + channels + " channels");
    }
    rounding = scaling.rounding();
    multipliers = new long[channels];
    shifts = new int[channels];
    for (int c = 0; c < channels; c++) {
      multipliers[c] = scaling.multipliers().get(given == 1 ? 0 : c);
      shifts[c] = scaling.shifts().get(given == 1 ? 0 : c);
    }
    zeroPoint = stage.zeroPoint();
    min = stage.clamp().min();
    max = stage.clamp().max();
  }

  /** {@return the same with vector instructions, where the rounding has a form in them} */
  SumStage fast() {
    return Simd.isAvailable() && rounding == Rounding.DOUBLE
        ? new VectorRequantizer(multipliers, shifts, zeroPoint, min, max)
        : this;
  }

  /** Stores the results of one accumulator a channel, from {@code at} on. */
  void store(int[] accumulators, byte[] output, int at) {
    store(accumulators, 0, 0, accumulators.length, output, at);
  }

  @Override
  public void store(int[] sums, int from, int channel, int count, byte[] output, int at) {
    switch (rounding) {
      case DOUBLE -> {
        for (int i = 0; i < count; i++) {
          int c = channel + i;
          put(
              output,
              at + i,
              FixedPoint.multiplyDouble(sums[from + i], (int) multipliers[c], shifts[c]));
        }
      }
      case NEAREST -> {
        for (int i = 0; i < count; i++) {
          int c = channel + i;
          put(
              output,
              at + i,
              FixedPoint.multiplyNearest(sums[from + i], multipliers[c], shifts[c]));
        }
      }
      case WIDE -> {
        for (int i = 0; i < count; i++) {
          int c = channel + i;
          put(
              output,
              at + i,
              FixedPoint.multiplyWide(sums[from + i], (int) multipliers[c], shifts[c]));
        }
      }
      case SINGLE -> {
        for (int i = 0; i < count; i++) {
          int c = channel + i;
          put(
              output,
              at + i,
              FixedPoint.multiplySingle(sums[from + i], (int) multipliers[c], shifts[c]));
        }
      }
    }
  }

  private void put(byte[] output, int at, int scaled) {
    output[at] = (byte) Math.min(Math.max(scaled + zeroPoint, min), max);
  }
}
