package org.qopt.target.tpu.numerics;

/**
 * How an int32 accumulator becomes an int8 result: scaled, moved by the zero point, cut.
 *
 * @param scaling what the accumulator is multiplied by
 * @param zeroPoint the result that stands for 0
 * @param clamp the interval of the result
 */
public record OutputStage(AccumulatorScaling scaling, int zeroPoint, ActivationClamp clamp) {
  /** {@return the result for the accumulator of an output channel} */
  public byte apply(int channel, int accumulator) {
    return clamp.apply(scaling.apply(channel, accumulator) + zeroPoint);
  }
}
