package org.qopt.dialect.nn;

import org.qopt.dialect.nn.attr.Padding;
import org.qopt.dialect.nn.attr.Spatial;

/** A filter that moves over an image. */
public sealed interface WindowedFilterOp extends FilterOp
    permits Conv2dOp, Conv2dTransposeOp, DepthwiseConv2dOp {
  /** {@return the distance between windows} */
  default Spatial strides() {
    return Spatial.of(operation(), "strides");
  }

  /** {@return the distance between neighbours in a window} */
  default Spatial dilations() {
    return Spatial.of(operation(), "dilations");
  }

  /** {@return what surrounds the image; of a transposed convolution, what is cut off its result} */
  default Padding padding() {
    return Padding.of(operation());
  }
}
