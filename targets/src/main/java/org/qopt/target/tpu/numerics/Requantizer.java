package org.qopt.target.tpu.numerics;

/** An {@link OutputStage} prepared for many rows of accumulators. */
final class Requantizer {
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

  /** Stores the results of one accumulator a channel, from {@code at} on. */
  void store(int[] accumulators, byte[] output, int at) {
    switch (rounding) {
      case DOUBLE -> storeDouble(accumulators, output, at);
      case NEAREST -> {
        for (int c = 0; c < accumulators.length; c++) {
          put(
              output,
              at + c,
              FixedPoint.multiplyNearest(accumulators[c], multipliers[c], shifts[c]));
        }
      }
      case WIDE -> {
        for (int c = 0; c < accumulators.length; c++) {
          put(
              output,
              at + c,
              FixedPoint.multiplyWide(accumulators[c], (int) multipliers[c], shifts[c]));
        }
      }
      case SINGLE -> {
        for (int c = 0; c < accumulators.length; c++) {
          put(
              output,
              at + c,
              FixedPoint.multiplySingle(accumulators[c], (int) multipliers[c], shifts[c]));
        }
      }
    }
  }

  private void storeDouble(int[] accumulators, byte[] output, int at) {
    for (int c = 0; c < accumulators.length; c++) {
      put(
          output,
          at + c,
          FixedPoint.multiplyDouble(accumulators[c], (int) multipliers[c], shifts[c]));
    }
  }

  private void put(byte[] output, int at, int scaled) {
    output[at] = (byte) Math.min(Math.max(scaled + zeroPoint, min), max);
  }
}
