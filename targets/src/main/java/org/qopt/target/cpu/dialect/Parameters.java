package org.qopt.target.cpu.dialect;

import org.qopt.ir.Value;
import org.qopt.target.cpu.numerics.Affine;
import org.qopt.target.dialect.Scales;

/** From types to the parameters of kernels. */
final class Parameters {
  private Parameters() {}

  /** {@return what the bytes of {@code value} mean} */
  static Affine of(Value value) {
    return new Affine(Scales.scale(value.type()), Scales.zeroPoint(value.type()));
  }
}
