package org.qopt.target.tpu.export.c;

import com.google.common.collect.ImmutableMap;
import org.qopt.target.c.CKernel;
import org.qopt.target.c.CType;
import org.qopt.target.tpu.numerics.Rounding;

/** The kernels of this package. */
final class Kernels {
  private Kernels() {}

  static CKernel of(String name) {
    return CKernel.of(Kernels.class, name);
  }

  /** {@return the kernel {@code NAME_$R} whose results are rounded so} */
  static CKernel of(String name, Rounding rounding) {
    return new CKernel(
        Kernels.class,
        name + "_$R",
        ImmutableMap.of(
            "A", "8",
            "R", rounding.text(),
            "M", multipliers(rounding).text(),
            "S", shifts(rounding).text()));
  }

  static CType multipliers(Rounding rounding) {
    return rounding == Rounding.NEAREST ? CType.U64 : CType.I32;
  }

  static CType shifts(Rounding rounding) {
    return rounding == Rounding.NEAREST ? CType.I16 : CType.I8;
  }
}
