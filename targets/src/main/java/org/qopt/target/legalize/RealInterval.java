package org.qopt.target.legalize;

import org.qopt.dialect.nn.ClampOp;
import org.qopt.dialect.nn.Relu6Op;
import org.qopt.dialect.nn.ReluOp;
import org.qopt.ir.Operation;

/**
 * An interval of real numbers.
 *
 * @param min the least, maybe minus infinity
 * @param max the largest, maybe infinity
 */
public record RealInterval(float min, float max) {
  /** {@return what {@code operation}, one of nn.relu, nn.relu6 and nn.clamp, cuts to} */
  public static RealInterval of(Operation operation) {
    if (operation.is(ClampOp.DEF)) {
      ClampOp clamp = new ClampOp(operation);
      return new RealInterval(clamp.min(), clamp.max());
    }
    if (operation.is(Relu6Op.DEF)) {
      return new RealInterval(0, 6);
    }
    if (operation.is(ReluOp.DEF)) {
      return new RealInterval(0, Float.POSITIVE_INFINITY);
    }
    throw new IllegalArgumentException("no operation that cuts: " + operation.name());
  }
}
