package org.qopt.cli.run;

import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.Shape;

/**
 * The result of a run as rows of a longer array.
 *
 * @param tensor the rows: axis 0 counts them; a scalar is one row
 */
record Rows(Tensor tensor) {
  static Rows of(Tensor result) {
    return new Rows(result.shape().rank() == 0 ? result.reshaped(Shape.of(1)) : result);
  }

  /** {@return the shape of one row} */
  Shape shape() {
    return Shape.of(tensor.shape().dims().subArray(1, tensor.shape().rank()).toArray());
  }
}
