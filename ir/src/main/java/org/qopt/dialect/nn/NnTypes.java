package org.qopt.dialect.nn;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;
import org.qopt.dialect.quant.UniformQuantizedType;
import org.qopt.ir.op.TypeConstraint;
import org.qopt.ir.tensor.ElementKind;
import org.qopt.ir.type.FloatType;
import org.qopt.ir.type.IntegerType;
import org.qopt.ir.type.ShapedType;
import org.qopt.ir.type.TensorType;
import org.qopt.ir.type.Type;

/** The type constraints of {@code nn}. A tensor of unknown rank fits any that asks for a rank. */
final class NnTypes {
  private static final Set<FloatType> FLOATS =
      EnumSet.of(FloatType.F16, FloatType.BF16, FloatType.F32, FloatType.F64);

  static final TypeConstraint FLOAT_TENSOR = tensor("tensor of floats", NnTypes::isFloat);
  static final TypeConstraint FLOAT_VECTOR = ranked("1-d tensor of floats", 1, NnTypes::isFloat);
  static final TypeConstraint FLOAT_MATRIX = ranked("2-d tensor of floats", 2, NnTypes::isFloat);
  static final TypeConstraint FLOAT_IMAGE = ranked("4-d tensor of floats", 4, NnTypes::isFloat);

  /** What {@code nn.cast} converts. */
  static final TypeConstraint NUMBERS = tensor("tensor of floats or integers", NnTypes::isNumber);

  /** What can be moved about without a look at the elements. */
  static final TypeConstraint MOVABLE =
      tensor(
          "tensor of floats, integers or elements quantized per tensor",
          type -> isNumber(type) || type instanceof UniformQuantizedType);

  static final TypeConstraint SHAPE =
      ranked("1-d tensor of 64-bit integers", 1, IntegerType.I64::equals);

  private NnTypes() {}

  private static TypeConstraint tensor(String description, Predicate<Type> element) {
    return new TypeConstraint(
        description,
        type -> type instanceof ShapedType shaped && element.test(shaped.elementType()));
  }

  private static TypeConstraint ranked(String description, int rank, Predicate<Type> element) {
    return new TypeConstraint(
        description,
        type ->
            type instanceof ShapedType shaped
                && element.test(shaped.elementType())
                && (!(type instanceof TensorType tensor) || tensor.rank() == rank));
  }

  private static boolean isFloat(Type type) {
    return type instanceof FloatType kind && FLOATS.contains(kind);
  }

  private static boolean isNumber(Type type) {
    return ElementKind.of(type).isPresent();
  }
}
