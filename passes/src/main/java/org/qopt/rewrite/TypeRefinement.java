package org.qopt.rewrite;

import java.util.Optional;
import org.qopt.ir.type.Shape;
import org.qopt.ir.type.ShapedType;
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

  /**
   * {@return the type of a value that has now one of these types, now the other: of tensors with
   * equal elements, the dimensions in which both agree; {@code a} if they have nothing in common}
   */
  public static Type common(Type a, Type b) {
    if (a.equals(b)
        || !(a instanceof ShapedType left)
        || !(b instanceof ShapedType right)
        || !left.elementType().equals(right.elementType())) {
      return a;
    }
    if (!(a instanceof TensorType first)
        || !(b instanceof TensorType second)
        || first.rank() != second.rank()) {
      return new UnrankedTensorType(left.elementType());
    }
    long[] dims = first.shape().dims().toArray();
    for (int i = 0; i < dims.length; i++) {
      dims[i] = dims[i] == second.shape().dim(i) ? dims[i] : Shape.DYNAMIC;
    }
    return first.withShape(Shape.of(dims));
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
