package org.qopt.rewrite;

import java.util.Optional;
import org.qopt.ir.type.Shape;
import org.qopt.ir.type.TensorType;
import org.qopt.ir.type.Type;
import org.qopt.ir.type.UnrankedTensorType;

/** What two types say together of one value. */
public final class TypeRefinement {
  private TypeRefinement() {}

  /**
   * {@return the type that says all that both say: of tensors with equal elements, ranks and
   * dimensions known to either; empty if they contradict each other}
   */
  public static Optional<Type> of(Type a, Type b) {
    if (a.equals(b)) {
      return Optional.of(a);
    }
    return switch (a) {
      case TensorType ranked when b instanceof UnrankedTensorType other ->
          sameElements(ranked.elementType(), other.elementType(), ranked);
      case UnrankedTensorType unranked when b instanceof TensorType other ->
          sameElements(unranked.elementType(), other.elementType(), other);
      case TensorType left when b instanceof TensorType right -> of(left, right);
      default -> Optional.empty();
    };
  }

  private static Optional<Type> sameElements(Type a, Type b, Type result) {
    return a.equals(b) ? Optional.of(result) : Optional.empty();
  }

  private static Optional<Type> of(TensorType a, TensorType b) {
    if (!a.elementType().equals(b.elementType()) || !a.shape().isCompatibleWith(b.shape())) {
      return Optional.empty();
    }
    long[] dims = a.shape().dims().toArray();
    for (int i = 0; i < dims.length; i++) {
      dims[i] = dims[i] == Shape.DYNAMIC ? b.shape().dim(i) : dims[i];
    }
    return Optional.of(a.withShape(Shape.of(dims)));
  }
}
