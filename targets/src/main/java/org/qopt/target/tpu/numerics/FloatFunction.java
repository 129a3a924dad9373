package org.qopt.target.tpu.numerics;

/** A function of one float32 number. */
@FunctionalInterface
public interface FloatFunction {
  /** {@code 1 / (1 + exp(-x))}, every step rounded to float32. */
  FloatFunction LOGISTIC = x -> 1f / (1f + (float) StrictMath.exp(-x));

  /** The hyperbolic tangent. */
  FloatFunction TANH = x -> (float) StrictMath.tanh(x);

  /** {@return the value at {@code x}} */
  float apply(float x);
}
