package org.qopt.ir.attribute;

import org.qopt.ir.print.ElementsText;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.TensorType;

/**
 * The elements of a constant tensor: {@code dense<[1, 2]> : tensor<2xi8>}.
 *
 * @param type the tensor's type: static, elements of a builtin integer or float type
 * @param value the elements, of the same shape
 */
public record DenseElementsAttr(TensorType type, Tensor value) implements Attribute {
  /**
   * Checks that type and value fit.
   *
   * @throws IllegalArgumentException if their shapes differ
   */
  public DenseElementsAttr {
    if (!type.shape().equals(value.shape())) {
      throw new IllegalArgumentException(
          "a constant of type " + type + " cannot hold elements of shape " + value.shape());
    }
  }

  /** {@return the constant with the elements of {@code value} and the type that they have} */
  public static DenseElementsAttr of(Tensor value) {
    return new DenseElementsAttr(TensorType.of(value.shape(), value.kind().type()), value);
  }

  // Written out because it is linked faster: see TensorType.
  @Override
  public boolean equals(Object other) {
    return other instanceof DenseElementsAttr that
        && type.equals(that.type)
        && value.equals(that.value);
  }

  @Override
  public int hashCode() {
    return 31 * type.hashCode() + value.hashCode();
  }

  @Override
  public String toString() {
    return ElementsText.of(this) + " : " + type;
  }
}
