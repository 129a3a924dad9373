package org.qopt.dialect.nn;

import org.qopt.dialect.nn.attr.Activation;
import org.qopt.dialect.nn.attr.Padding;
import org.qopt.dialect.nn.attr.Spatial;
import org.qopt.ir.op.AttributeSet;
import org.qopt.ir.op.OpDef;

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

  /** {@return the attributes that all of these operations have, of one that {@code def} defines} */
  static AttributeSet attributes(
      OpDef def, Spatial strides, Spatial dilations, Padding padding, Activation activation) {
    return AttributeSet.of(def)
        .set("strides", strides.attribute())
        .set("dilations", dilations.attribute())
        .set(Padding.NAME, padding.attribute())
        .set(Activation.NAME, activation.attribute());
  }
}
