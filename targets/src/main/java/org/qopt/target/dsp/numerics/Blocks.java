package org.qopt.target.dsp.numerics;

import org.qopt.dialect.bfp.BlockType;
import org.qopt.dialect.bfp.Unpacking;
import org.qopt.ir.tensor.ElementKind;
import org.qopt.ir.tensor.Tensor;

/**
 * Mantissas and their exponents.
 *
 * @param mantissas the mantissas, in row-major order
 * @param exponents the exponents, in the order of their groups
 * @param layout which exponent is whose
 */
record Blocks(int[] mantissas, int[] exponents, Unpacking layout) {
  static Blocks of(Tensor tensor, BlockType type) {
    Unpacking layout = new Unpacking(type, tensor.shape());
    int[] mantissas = tensor.withoutExponents().cast(ElementKind.I32).ints();
    return new Blocks(mantissas, layout.exponents(tensor), layout);
  }

  /** {@return the exponent of mantissa {@code index}} */
  int exponent(int index) {
    return exponents[layout.group(index)];
  }
}
