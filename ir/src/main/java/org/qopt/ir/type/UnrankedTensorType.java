package org.qopt.ir.type;

/**
 * {@code tensor<*xf32>}: a tensor of which not even the number of dimensions is known.
 *
 * @param elementType the type of one element
 */
public record UnrankedTensorType(Type elementType) implements ShapedType {
  @Override
  public UnrankedTensorType withElementType(Type elementType) {
    return new UnrankedTensorType(elementType);
  }

  @Override
  public String toString() {
    return "tensor<*x" + elementType + ">";
  }
}
