package org.qopt.ir.type;

/** A type with elements. */
public sealed interface ShapedType extends Type permits TensorType, UnrankedTensorType {
  /** {@return the type of one element} */
  Type elementType();

  /** {@return the same type with other elements} */
  ShapedType withElementType(Type elementType);
}
