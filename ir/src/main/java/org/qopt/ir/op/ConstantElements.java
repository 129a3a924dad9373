package org.qopt.ir.op;

import java.util.Optional;
import org.qopt.ir.Operation;
import org.qopt.ir.Value;
import org.qopt.ir.attribute.DenseElementsAttr;
import org.qopt.ir.tensor.Tensor;

/** What every constant of any dialect is made of: the attributes that hold its elements. */
public final class ConstantElements {
  /** The attribute with the elements. */
  public static final String VALUE = "value";

  /** The attribute with the exponents, where elements share some. */
  public static final String EXPONENTS = "exponents";

  private ConstantElements() {}

  /** {@return the elements of {@code value}, with their exponents, if it is a constant} */
  public static Optional<Tensor> of(Value value) {
    return value
        .definingOp()
        .filter(op -> op.has(Traits.CONSTANT_LIKE))
        .flatMap(ConstantElements::of);
  }

  private static Optional<Tensor> of(Operation constant) {
    Optional<Tensor> value = elements(constant, VALUE);
    Optional<Tensor> exponents = elements(constant, EXPONENTS);
    return exponents.isPresent() ? value.map(v -> v.withExponents(exponents.get())) : value;
  }

  private static Optional<Tensor> elements(Operation constant, String attribute) {
    return constant.attribute(attribute, DenseElementsAttr.class).map(DenseElementsAttr::value);
  }
}
