package org.qopt.target.tpu.dialect;

import org.qopt.dialect.nn.attr.Padding;
import org.qopt.dialect.nn.attr.Spatial;
import org.qopt.ir.Operation;
import org.qopt.ir.type.Type;
import org.qopt.target.dialect.Scales;
import org.qopt.target.image.Nhwc;
import org.qopt.target.image.Window1d;
import org.qopt.target.image.Window2d;

/** Windows and images, from attributes and types to the numerics. */
public final class Windows {
  private Windows() {}

  /** {@return the window of {@code height} by {@code width} that the attributes move} */
  public static Window2d of(Operation operation, int height, int width, Spatial dilations) {
    Spatial strides = Spatial.of(operation, "strides");
    Padding padding = Padding.of(operation);
    return new Window2d(
        new Window1d(height, strides.height(), dilations.height(), padding.top(), padding.bottom()),
        new Window1d(width, strides.width(), dilations.width(), padding.left(), padding.right()));
  }

  /** {@return the shape of a batch of images} */
  public static Nhwc image(Type type) {
    int[] dims = Scales.dims(type);
    return new Nhwc(dims[0], dims[1], dims[2], dims[3]);
  }
}
