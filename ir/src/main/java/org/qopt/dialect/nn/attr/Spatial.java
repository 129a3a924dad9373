package org.qopt.dialect.nn.attr;

import org.qopt.ir.Operation;
import org.qopt.ir.attribute.DenseIntArrayAttr;

/**
 * A number for each of the two spatial axes: of strides, dilations, a window's size.
 *
 * @param height the one along the height
 * @param width the one along the width
 */
public record Spatial(int height, int width) {
  /** One along both. */
  public static final Spatial ONE = new Spatial(1, 1);

  /** {@return the attribute {@code name} of {@code operation}, which has been verified} */
  public static Spatial of(Operation operation, String name) {
    return of(operation.required(name, DenseIntArrayAttr.class).toInts());
  }

  /** {@return what the two integers of {@code array<i64: height, width>} say} */
  public static Spatial of(int[] values) {
    return new Spatial(values[0], values[1]);
  }

  /** {@return {@code array<i64: height, width>}} */
  public DenseIntArrayAttr attribute() {
    return DenseIntArrayAttr.i64(height, width);
  }
}
