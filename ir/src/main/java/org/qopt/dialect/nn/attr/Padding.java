package org.qopt.dialect.nn.attr;

import org.qopt.ir.Operation;
import org.qopt.ir.attribute.DenseIntArrayAttr;

/**
 * How many rows and columns are thought to surround an image.
 *
 * @param top rows above
 * @param bottom rows below
 * @param left columns before
 * @param right columns after
 */
public record Padding(int top, int bottom, int left, int right) {
  /** None at all. */
  public static final Padding NONE = new Padding(0, 0, 0, 0);

  /** The name of the attribute. */
  public static final String NAME = "padding";

  /** {@return the padding of {@code operation}, which has been verified} */
  public static Padding of(Operation operation) {
    return of(operation.required(NAME, DenseIntArrayAttr.class).toInts());
  }

  /** {@return what the integers of {@code array<i64: top, bottom, left, right>} say} */
  public static Padding of(int[] values) {
    return new Padding(values[0], values[1], values[2], values[3]);
  }

  /** {@return {@code array<i64: top, bottom, left, right>}} */
  public DenseIntArrayAttr attribute() {
    return DenseIntArrayAttr.i64(top, bottom, left, right);
  }
}
