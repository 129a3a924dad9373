package org.qopt.quantize;

/** Where the scale and zero point of a result come from. */
public sealed interface ResultRule {
  /** From its own range. */
  record Free() implements ResultRule {}

  /** They are those of the operands whose role is {@link OperandRole.Shared}. */
  record SameAsOperands() implements ResultRule {}

  /**
   * The operation always has these.
   *
   * @param scale the scale
   * @param zeroPoint the zero point
   */
  record Fixed(float scale, long zeroPoint) implements ResultRule {}

  /** The result is not quantized: integers, such as a shape. */
  record Untouched() implements ResultRule {}

  /** The one {@link Free}. */
  ResultRule FREE = new Free();

  /** The one {@link SameAsOperands}. */
  ResultRule SAME_AS_OPERANDS = new SameAsOperands();

  /** The one {@link Untouched}. */
  ResultRule UNTOUCHED = new Untouched();
}
