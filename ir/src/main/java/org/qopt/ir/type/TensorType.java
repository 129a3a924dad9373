package org.qopt.ir.type;

import java.util.Optional;
import org.qopt.ir.attribute.Attribute;

/**
 * {@code tensor<1x?x8xf32>}: a tensor of known rank.
 *
 * @param shape its dimensions
 * @param elementType the type of one element
 * @param encoding what MLIR calls the encoding, kept and printed
 */
public record TensorType(Shape shape, Type elementType, Optional<Attribute> encoding)
    implements ShapedType {

  /** {@return the tensor type without an encoding} */
  public static TensorType of(Shape shape, Type elementType) {
    return new TensorType(shape, elementType, Optional.empty());
  }

  /** {@return the tensor type with these dimensions} */
  public static TensorType of(Type elementType, long... dims) {
    return of(Shape.of(dims), elementType);
  }

  /** {@return the number of dimensions} */
  public int rank() {
    return shape.rank();
  }

  @Override
  public TensorType withElementType(Type elementType) {
    return new TensorType(shape, elementType, encoding);
  }

  /** {@return the same type with another shape} */
  public TensorType withShape(Shape shape) {
    return new TensorType(shape, elementType, encoding);
  }

  // Written out, as in the other types that every program holds: a record's own equals and hashCode
  // are linked at run time, which takes longer than reading a small program.
  @Override
  public boolean equals(Object other) {
    return other instanceof TensorType that
        && shape.equals(that.shape)
        && elementType.equals(that.elementType)
        && encoding.equals(that.encoding);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * shape.hashCode() + elementType.hashCode()) + encoding.hashCode();
  }

  @Override
  public String toString() {
    String dims = shape.rank() == 0 ? "" : shape + "x";
    return "tensor<" + dims + elementType + encoding.map(e -> ", " + e).orElse("") + ">";
  }
}
