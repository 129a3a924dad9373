package org.qopt.target.tpu.numerics;

/**
 * Product of int8 rows with a matrix of weights, summed in int32, which wraps around, on top of the
 * bias.
 */
public final class FullyConnected {
  private final int inputZeroPoint;
  private final int inputs;
  private final int[] bias;
  private final WeightRows weights;
  private final Requantizer requantizer;

  /**
   * Prepares the weights.
   *
   * @param weights output channel, input, this last innermost
   * @param weightZeroPoint the weight that stands for 0
   * @param inputs values of an input row
   * @param bias one value for each output channel
   * @throws IllegalArgumentException if the numbers of weights, bias values or multipliers disagree
   */
  public FullyConnected(
      int inputZeroPoint,
      OutputStage output,
      byte[] weights,
      int weightZeroPoint,
      int inputs,
      int[] bias) {
    if (inputs < 1 || weights.length != bias.length * inputs) {
      throw new IllegalArgumentException(
          "%d weights, not %d x %d".formatted(weights.length, bias.length, inputs));
    }
    this.inputZeroPoint = inputZeroPoint;
    this.inputs = inputs;
    this.bias = bias.clone();
    this.weights = WeightRows.transposed(weights, bias.length, inputs, weightZeroPoint);
    this.requantizer = new Requantizer(output, bias.length);
  }

  /**
   * {@return a row of results for each row of the input}
   *
   * @throws IllegalArgumentException if the input does not consist of whole rows
   */
  public byte[] execute(byte[] input) {
    if (input.length % inputs != 0) {
      throw new IllegalArgumentException(input.length + " values are no rows of " + inputs);
    }
    int rows = input.length / inputs;
    byte[] output = new byte[Math.multiplyExact(rows, bias.length)];
    int[] offset = Widened.flat(input, inputZeroPoint);
    int[] accumulators = new int[bias.length];
    for (int r = 0; r < rows; r++) {
      System.arraycopy(bias, 0, accumulators, 0, bias.length);
      weights.accumulate(accumulators, offset, r * inputs, 0, inputs);
      requantizer.store(accumulators, output, r * bias.length);
    }
    return output;
  }
}
