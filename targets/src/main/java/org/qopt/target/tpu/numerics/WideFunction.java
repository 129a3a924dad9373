package org.qopt.target.tpu.numerics;

/**
 * The logistic function or the hyperbolic tangent of int16, to int16 with scale 1/32768 and zero
 * point 0: lines between 256 points of {@code 1 / (1 + exp(-x))}, at multiples of 1/24.
 *
 * @param kind which of the two
 * @param multiplier what an input is multiplied by
 * @param shift how many bits the product is shifted to the right, rounding up, so that 2^12 * 3
 *     stands for 1
 */
public record WideFunction(Kind kind, int multiplier, int shift) {
  /** The functions. */
  public enum Kind {
    /** {@code 1 / (1 + exp(-x))}. */
    LOGISTIC,
    /** The hyperbolic tangent. */
    TANH
  }

  private static final int POINTS = 256;
  private static final double PER_POINT = 24;
  private static final int[] TABLE = table();

  /**
   * {@return the function of inputs of this scale}
   *
   * @throws IllegalArgumentException if the scale is too large or too small for 32 bits
   */
  public static WideFunction of(Kind kind, float scale) {
    int exponent = nearPowerOfTwo(scale);
    if (exponent == -12 || (exponent == -11 && kind == Kind.TANH)) {
      return new WideFunction(kind, 3 << (exponent + 12), 0);
    }
    double multiplier = scale * 4096.0 * 3.0;
    int shift = 0;
    while (multiplier <= Short.MAX_VALUE / 2.0 && shift <= 30) {
      shift++;
      multiplier *= 2;
    }
    if (multiplier < 1 || multiplier >= 1 << 16 || shift > 30) {
      throw new IllegalArgumentException(
          "a function of 16 bits has no fixed-point form for an input of scale " + scale);
    }
    return new WideFunction(kind, (int) multiplier, shift);
  }

  /** {@return the exponent of the power of two that {@code scale} is or nearly is, else 0} */
  private static int nearPowerOfTwo(float scale) {
    float log = (float) Math.log(scale) * (1 / (float) Math.log(2));
    float rounded = Math.round(log);
    return Math.abs(log - rounded) < 1e-3f ? (int) rounded : 0;
  }

  private static int[] table() {
    int[] table = new int[POINTS];
    for (int k = 0; k < POINTS; k++) {
      double line = (point(k) + point(k + 1)) / 2;
      table[k] = (int) Math.round(point(k) - (line - point(k + 0.5)) / 2);
    }
    table[POINTS - 1] = (1 << 16) - 1;
    return table;
  }

  private static double point(double k) {
    return (1 << 16) / (1 + Math.exp(-k / PER_POINT));
  }

  /** {@return the points of the logistic function, in 16 fraction bits} */
  public static int[] points() {
    return TABLE.clone();
  }

  /** {@return the results for each of the values} */
  public short[] execute(short[] input) {
    short[] output = new short[input.length];
    for (int i = 0; i < input.length; i++) {
      output[i] = (short) apply(input[i]);
    }
    return output;
  }

  private int apply(short x) {
    int round = shift > 0 ? 1 << (shift - 1) : 0;
    int scaled = (x * multiplier + round) >> shift;
    return kind == Kind.LOGISTIC ? logistic(scaled) : tanh(scaled);
  }

  private static int logistic(int x) {
    int at = Math.abs(x);
    int point = at >> 9;
    int result =
        point >= POINTS - 1
            ? Short.MAX_VALUE << 10
            : (TABLE[point] << 9) + (at & 511) * (TABLE[point + 1] - TABLE[point]);
    return x >= 0 ? (result + (1 << 9)) >> 10 : ((1 << 25) - result + (1 << 9) - 1) >> 10;
  }

  private static int tanh(int x) {
    int at = Math.abs(x);
    int point = at >> 8;
    int result =
        point >= POINTS - 1
            ? 0xffff << 8
            : (TABLE[point] << 8) + (at & 255) * (TABLE[point + 1] - TABLE[point]);
    return x >= 0 ? (result - (1 << 23) + (1 << 7)) >> 8 : ((1 << 23) - result + (1 << 7) - 1) >> 8;
  }
}
