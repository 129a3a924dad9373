package org.qopt.target.dsp.numerics;

import java.util.Arrays;
import org.qopt.dialect.bfp.BlockType;
import org.qopt.dialect.bfp.Unpacking;
import org.qopt.ir.tensor.ElementKind;
import org.qopt.ir.tensor.Tensor;

/**
 * Mantissas and their exponents.
 *
 * @param mantissas the mantissas, in row-major order
 * @param exponents the exponents, in the order of their groups
 * @param groups which exponent is that of each mantissa
 */
record Blocks(int[] mantissas, int[] exponents, int[] groups) {
  static Blocks of(Tensor tensor, BlockType type) {
    Unpacking layout = new Unpacking(type, tensor.shape());
    int[] mantissas = tensor.withoutExponents().cast(ElementKind.I32).ints();
    int[] groups = new int[mantissas.length];
    Arrays.setAll(groups, layout::group);
    return new Blocks(mantissas, layout.exponents(tensor), groups);
  }

  /** {@return the exponent of mantissa {@code index}} */
  int exponent(int index) {
    return exponents[groups[index]];
  }
}
