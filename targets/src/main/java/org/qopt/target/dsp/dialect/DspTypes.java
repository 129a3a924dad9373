package org.qopt.target.dsp.dialect;

import java.util.Optional;
import org.qopt.dialect.bfp.BlockType;
import org.qopt.dialect.bfp.Exponents;
import org.qopt.dialect.bfp.Sharing.PerChannel;
import org.qopt.ir.Operation;
import org.qopt.ir.op.TypeConstraint;
import org.qopt.ir.type.Shape;
import org.qopt.ir.type.TensorType;
import org.qopt.ir.type.Type;

/** The type constraints of {@code dsp}, and what its types say. Every shape is static. */
public final class DspTypes {
  static final TypeConstraint VALUE =
      new TypeConstraint(
          "static tensor of !bfp.block<i8 or i16> with exponents shared by tensor or block",
          type -> rank(type) >= 0 && isValue(block(type)));

  static final TypeConstraint IMAGE =
      new TypeConstraint(
          "static 4-d tensor of !bfp.block<i8 or i16> with exponents shared by tensor or block",
          type -> rank(type) == 4 && isValue(block(type)));

  static final TypeConstraint FILTER = weight("4-d", 4);
  static final TypeConstraint MATRIX = weight("2-d", 2);

  static final TypeConstraint BIAS =
      new TypeConstraint(
          "static 1-d tensor of !bfp.block<...>",
          type -> rank(type) == 1 && isDecided(block(type)));

  private DspTypes() {}

  private static TypeConstraint weight(String rank, int dimensions) {
    return new TypeConstraint(
        "static " + rank + " tensor of !bfp.block<i8 or i16>",
        type -> rank(type) == dimensions && isDecided(block(type)) && block(type).bits() <= 16);
  }

  /** {@return whether {@code type} can be that of an activation} */
  public static boolean isValue(BlockType type) {
    return isDecided(type) && type.bits() <= 16 && !(type.sharing() instanceof PerChannel);
  }

  private static boolean isDecided(BlockType type) {
    return !(type.exponents() instanceof Exponents.Undecided);
  }

  /** {@return the rank of a static tensor of block floating-point numbers, -1 for anything else} */
  private static int rank(Type type) {
    return type instanceof TensorType tensor
            && tensor.shape().isStatic()
            && tensor.elementType() instanceof BlockType
        ? tensor.rank()
        : -1;
  }

  /** {@return the type of the numbers in a tensor that fits one of the constraints} */
  public static BlockType block(Type type) {
    return (BlockType) ((TensorType) type).elementType();
  }

  /** {@return the shape of a tensor} */
  public static Shape shape(Type type) {
    return ((TensorType) type).shape();
  }

  /** {@return whether all exponents of operands and result are in their types} */
  public static boolean isStatic(Operation operation) {
    return operation.operandTypes().stream().allMatch(DspTypes::isStatic)
        && isStatic(operation.result().type());
  }

  static boolean isStatic(Type type) {
    return block(type).staticExponents().isPresent();
  }

  /** {@return the largest magnitude of a mantissa} */
  public static long magnitude(Type type) {
    return -Math.min(block(type).min(), -block(type).max());
  }

  /**
   * {@return exponent {@code index} along the channels, or that of the whole tensor}
   *
   * @throws IllegalStateException if the exponents are not in the type
   */
  public static int exponent(Type type, int index) {
    Optional<Exponents.Static> known = block(type).staticExponents();
    var values = known.orElseThrow(() -> new IllegalStateException("dynamic: " + type)).values();
    return values.length() == 1 ? values.get(0) : values.get(index);
  }
}
