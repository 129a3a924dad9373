package org.qopt.dialect.bfp;

import java.util.Optional;
import java.util.stream.LongStream;
import org.qopt.dialect.bfp.Sharing.PerBlock;
import org.qopt.dialect.bfp.Sharing.PerChannel;
import org.qopt.dialect.bfp.Sharing.PerTensor;
import org.qopt.ir.op.TypeConstraint;
import org.qopt.ir.tensor.ElementKind;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.FloatType;
import org.qopt.ir.type.TensorType;
import org.qopt.ir.type.Type;

/** What the operations of {@code bfp} ask of their types. */
public final class BlockRules {
  /** The text of the clause that {@link #fits} checks. */
  public static final String FITS =
      "the sharing of exponents fits the tensor, and they are decided";

  static final TypeConstraint REAL =
      new TypeConstraint(
          "tensor of f32",
          type -> type instanceof TensorType tensor && tensor.elementType() == FloatType.F32);

  static final TypeConstraint BLOCKS =
      new TypeConstraint(
          "tensor of !bfp.block<...>",
          type -> type instanceof TensorType tensor && tensor.elementType() instanceof BlockType);

  private BlockRules() {}

  /** {@return what is wrong with a tensor of block floating-point numbers, if something is} */
  public static Optional<String> fits(Type type) {
    if (!(type instanceof TensorType tensor)
        || !(tensor.elementType() instanceof BlockType block)) {
      return Optional.empty();
    }
    if (block.exponents() instanceof Exponents.Undecided) {
      return Optional.of("expected decided exponents, but got " + block);
    }
    return switch (block.sharing()) {
      case PerTensor _, PerBlock _ -> Optional.empty();
      case PerChannel(int axis) when axis >= tensor.rank() ->
          Optional.of(
              "expected a channel axis below the rank %d, but got %d"
                  .formatted(tensor.rank(), axis));
      case PerChannel(int axis) -> channels(tensor, block, axis);
    };
  }

  /**
   * {@return whether {@code value} carries the exponents that a static {@code type} asks for: those
   * of a dynamic one, in range, and else none}
   */
  public static boolean carries(Type type, Tensor value) {
    Optional<BlockType> block = BlockType.of(type).filter(BlockType::isDynamic);
    if (block.isEmpty() || value.exponents().isEmpty()) {
      return block.isEmpty() && value.exponents().isEmpty();
    }
    Tensor exponents = value.exponents().get();
    int bits = block.get().bits();
    return exponents.kind() == ElementKind.I16
        && exponents.shape().equals(block.get().sharing().exponents(value.shape()))
        && LongStream.range(0, exponents.size())
            .map(exponents::integer)
            .allMatch(
                e -> e >= BlockType.leastExponent(bits) && e <= BlockType.largestExponent(bits));
  }

  private static Optional<String> channels(TensorType tensor, BlockType block, int axis) {
    return block
        .staticExponents()
        .filter(
            known ->
                !tensor.shape().isDynamic(axis)
                    && tensor.shape().dim(axis) != known.values().length())
        .map(
            known ->
                "expected %d exponents, one for each index along axis %d, but got %d"
                    .formatted(tensor.shape().dim(axis), axis, known.values().length()));
  }
}
