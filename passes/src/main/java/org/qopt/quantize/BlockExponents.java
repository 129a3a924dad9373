package org.qopt.quantize;

import org.qopt.dialect.bfp.BlockType;
import org.qopt.dialect.bfp.Packing;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.Shape;

/** The exponents of block floating-point types that are known before the program runs. */
public final class BlockExponents {
  private BlockExponents() {}

  /**
   * {@return the exponent of a tensor whose numbers are in {@code range}, as the type's choice of
   * scale has it; of what is always 0, that of the numbers around 1}
   */
  public static int of(ValueRange range, BlockType type) {
    return Packing.decide(type, Tensor.of(Shape.of(2), range.min(), range.max())).exponent();
  }

  /** {@return {@code type} with the exponents of {@code numbers}, if it asks for them} */
  public static BlockType decide(BlockType type, Tensor numbers) {
    return type.isDynamic() || type.staticExponents().isPresent()
        ? type
        : Packing.decide(type, numbers);
  }
}
