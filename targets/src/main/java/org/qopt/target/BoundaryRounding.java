package org.qopt.target;

import org.qopt.quantize.Rounding;

/** How a real number that lies between two integers is rounded at the inputs of a program. */
public enum BoundaryRounding {
  /** Halves away from zero, as TensorFlow Lite does. */
  HALF_AWAY {
    @Override
    public long round(double value) {
      return Rounding.halfAway(value);
    }
  },
  /** Halves to the even neighbour, as ONNX Runtime does. */
  HALF_EVEN {
    @Override
    public long round(double value) {
      return (long) Math.rint(value);
    }
  };

  /** {@return the integer nearest to {@code value}; saturates} */
  public abstract long round(double value);
}
