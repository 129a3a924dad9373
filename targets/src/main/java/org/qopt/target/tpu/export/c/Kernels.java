package org.qopt.target.tpu.export.c;

import com.google.common.collect.ImmutableMap;
import org.qopt.ir.Value;
import org.qopt.target.c.CKernel;
import org.qopt.target.c.CType;
import org.qopt.target.dialect.Scales;
import org.qopt.target.tpu.numerics.Rounding;

/** The kernels of this package. */
final class Kernels {
  private Kernels() {}

  static CKernel of(String name) {
    return CKernel.of(Kernels.class, name);
  }

  /** {@return the kernel {@code NAME_i$A} for numbers as {@code value} stores them} */
  static CKernel of(String name, Value value) {
    return new CKernel(Kernels.class, name + "_i$A", ImmutableMap.of("A", bits(value)));
  }

  /**
   * {@return the kernel {@code NAME_$R} whose results, which are stored as {@code value}, are
   * rounded so}
   */
  static CKernel of(String name, Value value, Rounding rounding) {
    return new CKernel(
        Kernels.class,
        name + "_$R",
        ImmutableMap.of(
            "A", bits(value),
            "R", rounding.text(),
            "M", multipliers(rounding).text(),
            "S", shifts(rounding).text()));
  }

  /** {@return the kernel {@code NAME_i$A_$R}, of both} */
  static CKernel ofBoth(String name, Value value, Rounding rounding) {
    return of(name + "_i$A", value, rounding);
  }

  private static String bits(Value value) {
    return Integer.toString(Scales.bits(value.type()));
  }

  static CType multipliers(Rounding rounding) {
    return rounding == Rounding.NEAREST ? CType.U64 : CType.I32;
  }

  static CType shifts(Rounding rounding) {
    return rounding == Rounding.NEAREST ? CType.I16 : CType.I8;
  }
}
