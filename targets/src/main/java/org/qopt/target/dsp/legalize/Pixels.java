package org.qopt.target.dsp.legalize;

import java.util.List;
import java.util.stream.IntStream;
import org.qopt.ir.OpBuilder;
import org.qopt.ir.Value;
import org.qopt.ir.attribute.DenseIntArrayAttr;
import org.qopt.ir.location.Location;
import org.qopt.ir.type.Shape;
import org.qopt.ir.type.TensorType;
import org.qopt.target.dsp.dialect.ResizeOp;

/**
 * Pixels of an image as another image.
 *
 * @param image the image
 * @param rows which of its rows each row is
 * @param columns which of its columns each column is
 */
record Pixels(Value image, int[] rows, int[] columns) {
  /** {@return the pixels whose places along {@code axis} are these, and all along the other} */
  static Pixels along(Value image, int axis, int[] places) {
    Shape shape = ((TensorType) image.type()).shape();
    return axis == 1
        ? new Pixels(image, places, all(shape.size(2)))
        : new Pixels(image, all(shape.size(1)), places);
  }

  Value build(OpBuilder builder, Location location) {
    TensorType type = (TensorType) image.type();
    Shape shape = type.shape();
    return DspOps.of(ResizeOp.DEF)
        .set(ResizeOp.ROWS, DenseIntArrayAttr.i32(rows))
        .set(ResizeOp.COLUMNS, DenseIntArrayAttr.i32(columns))
        .build(
            builder,
            location,
            type.withShape(Shape.of(shape.dim(0), rows.length, columns.length, shape.dim(3))),
            List.of(image));
  }

  private static int[] all(int size) {
    return IntStream.range(0, size).toArray();
  }
}
