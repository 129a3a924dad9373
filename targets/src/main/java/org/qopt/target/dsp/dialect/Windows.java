package org.qopt.target.dsp.dialect;

import java.util.List;
import org.qopt.dialect.nn.attr.Padding;
import org.qopt.dialect.nn.attr.Spatial;
import org.qopt.dialect.nn.shape.ConvShapes;
import org.qopt.dialect.nn.shape.PoolShapes;
import org.qopt.dialect.nn.shape.ShapeInput;
import org.qopt.dialect.nn.shape.Window;
import org.qopt.ir.Operation;
import org.qopt.ir.type.Shape;

/** How the windows of operations move. */
final class Windows {
  /** A window of one pixel. */
  static final Window POINT = new Window(1, 1, Spatial.ONE, Spatial.ONE, Padding.NONE);

  private Windows() {}

  /** {@return the window of a convolution} */
  static Window ofFilter(Operation op) {
    return ConvShapes.window(input(op));
  }

  /** {@return the window of a pool} */
  static Window ofPool(Operation op) {
    return PoolShapes.window(input(op));
  }

  static ShapeInput input(Operation op) {
    List<Shape> shapes = op.operandTypes().stream().map(DspTypes::shape).toList();
    return new ShapeInput(shapes, op.allAttributes());
  }
}
