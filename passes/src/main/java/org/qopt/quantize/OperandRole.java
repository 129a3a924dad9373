package org.qopt.quantize;

/** What an operand is to the operation that takes it, and so how it is quantized. */
public sealed interface OperandRole {
  /** A value with one scale and zero point of its own, which follow from its range. */
  record Activation() implements OperandRole {}

  /** A value that has the same scale and zero point as the result. */
  record Shared() implements OperandRole {}

  /**
   * A constant that is quantized symmetrically, with a scale for each index of one axis.
   *
   * @param axis the axis of the output channels
   * @param apart whether neighbours along the last axis are not summed, so that each channel has
   *     exponents of its own where others share them with neighbours
   */
  record Weight(int axis, boolean apart) implements OperandRole {
    /** Weights of which neighbours along the last axis are summed. */
    public Weight(int axis) {
      this(axis, false);
    }
  }

  /**
   * A constant that is added to the sums of products: zero point 0, scale that of the input times
   * that of the weights.
   *
   * @param input the position of the input among the operands
   * @param weight the position of the weights among the operands
   */
  record Bias(int input, int weight) implements OperandRole {}

  /** A value that stays what it is, such as a shape. */
  record Untouched() implements OperandRole {}

  /** The one {@link Activation}. */
  OperandRole ACTIVATION = new Activation();

  /** The one {@link Shared}. */
  OperandRole SHARED = new Shared();

  /** The one {@link Untouched}. */
  OperandRole UNTOUCHED = new Untouched();
}
