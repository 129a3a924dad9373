package org.qopt.dialect.nn;

import org.qopt.dialect.nn.attr.Padding;
import org.qopt.dialect.nn.attr.Spatial;
import org.qopt.ir.Value;

/** One number for each window of each channel of an image. */
public sealed interface PoolOp extends ActivatedOp permits AvgPool2dOp, MaxPool2dOp {
  /** {@return the image, NHWC} */
  default Value input() {
    return operation().operand(0);
  }

  /** {@return the size of a window} */
  default Spatial kernel() {
    return Spatial.of(operation(), "kernel");
  }

  /** {@return the distance between windows} */
  default Spatial strides() {
    return Spatial.of(operation(), "strides");
  }

  /** {@return what surrounds the image} */
  default Padding padding() {
    return Padding.of(operation());
  }
}
