package org.qopt.target.tpu.legalize;

import org.qopt.dialect.nn.ConstantOp;
import org.qopt.dialect.quant.StorageType;
import org.qopt.dialect.quant.UniformQuantizedType;
import org.qopt.ir.OpBuilder;
import org.qopt.ir.Value;
import org.qopt.ir.attribute.DenseElementsAttr;
import org.qopt.ir.location.Location;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.Shape;
import org.qopt.ir.type.TensorType;

/** What operations are put together from that have no form of their own. */
final class Parts {
  private Parts() {}

  /** {@return a constant of one element that is repeated for all of {@code like}} */
  static Value constant(
      OpBuilder builder, Location location, TensorType like, long stored, float scale) {
    StorageType storage = ((UniformQuantizedType) like.elementType()).storage();
    // Beside a vector of one element a scalar would become one.
    Shape shape = like.rank() == 0 ? Shape.of() : Shape.of(1);
    return ConstantOp.create(
            builder,
            location,
            DenseElementsAttr.of(Tensor.of(shape, stored).cast(storage.kind())),
            TensorType.of(shape, UniformQuantizedType.of(storage, scale, 0)))
        .operation()
        .result();
  }
}
