package org.qopt.target.legalize;

import java.util.Optional;
import org.qopt.dialect.nn.AvgPool2dOp;
import org.qopt.dialect.nn.attr.Padding;
import org.qopt.ir.attribute.DenseIntArrayAttr;
import org.qopt.ir.location.Location;
import org.qopt.ir.location.ValueNames;
import org.qopt.ir.type.Shape;
import org.qopt.ir.type.TensorType;

/**
 * The padding of {@code nn.avg_pool2d} where it counts: an image that is padded first, of which the
 * pool then has means without padding.
 *
 * @param type the type of the padded image
 * @param padding before and after each of its axes
 * @param location where it is: the name of the value belongs to the means
 */
public record CountedPadding(TensorType type, DenseIntArrayAttr padding, Location location) {
  /** {@return the padding of {@code op} that counts, if it has some} */
  public static Optional<CountedPadding> of(QuantizedOp op) {
    Padding own = Padding.of(op.operation());
    if (own.equals(Padding.NONE)
        || !op.operation().is(AvgPool2dOp.DEF)
        || !new AvgPool2dOp(op.operation()).countIncludePad()) {
      return Optional.empty();
    }
    TensorType image = op.operandType(0);
    Shape shape = image.shape();
    Shape padded =
        Shape.of(
            shape.dim(0),
            shape.dim(1) + own.top() + own.bottom(),
            shape.dim(2) + own.left() + own.right(),
            shape.dim(3));
    Location location = op.operation().location();
    return Optional.of(
        new CountedPadding(
            image.withShape(padded),
            DenseIntArrayAttr.i64(0, 0, own.top(), own.bottom(), own.left(), own.right(), 0, 0),
            ValueNames.part(location, "padded")));
  }
}
