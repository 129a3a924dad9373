package org.qopt.peers.numerics;

import java.util.Random;
import org.qopt.target.tpu.numerics.Activation;
import org.tensorflow.lite.schema.ActivationFunctionType;

/** Random parameters and values for models; the same seed gives the same. */
final class Generator {
  private static final Activation[] FUSED = {
    Activation.NONE, Activation.RELU, Activation.RELU6, Activation.RELU_N1_TO_1
  };

  private final Random random;

  Generator(long seed) {
    random = new Random(seed);
  }

  /** {@return a number from {@code from} to {@code to}, both included} */
  int between(int from, int to) {
    return random.nextInt(from, to + 1);
  }

  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  int zeroPoint() {
    return between(-128, 127);
  }

  /**
   * {@return a scale around {@code typical}, up to eight times larger or smaller; half of them have
   * few bits, so that products with them meet exact halves}
   */
  float scale(double typical) {
    double scale = typical * Math.pow(2, random.nextDouble(-3, 3));
    if (random.nextBoolean()) {
      return (float) scale;
    }
    int exponent = Math.getExponent(scale);
    return Math.scalb(between(8, 15), exponent - 3);
  }

  float[] scales(double typical, int count) {
    float[] scales = new float[count];
    for (int i = 0; i < count; i++) {
      scales[i] = scale(typical);
    }
    return scales;
  }

  Activation activation() {
    return FUSED[random.nextInt(FUSED.length)];
  }

  byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }

  /** {@return weights, which leave -128 out} */
  byte[] weights(int count) {
    byte[] weights = new byte[count];
    for (int i = 0; i < count; i++) {
      weights[i] = (byte) between(-127, 127);
    }
    return weights;
  }

  int[] ints(int count, int magnitude) {
    int[] ints = new int[count];
    for (int i = 0; i < count; i++) {
      ints[i] = between(-magnitude, magnitude);
    }
    return ints;
  }

  /** {@return all int8 values, the least first} */
  static byte[] everyByte() {
    byte[] bytes = new byte[256];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (i + Byte.MIN_VALUE);
    }
    return bytes;
  }

  /** {@return the activation as a model file names it} */
  static byte code(Activation activation) {
    return switch (activation) {
      case NONE -> ActivationFunctionType.NONE;
      case RELU -> ActivationFunctionType.RELU;
      case RELU6 -> ActivationFunctionType.RELU6;
      case RELU_N1_TO_1 -> ActivationFunctionType.RELU_N1_TO_1;
      case RELU_0_TO_1 -> throw new IllegalArgumentException("cannot be fused");
    };
  }
}
