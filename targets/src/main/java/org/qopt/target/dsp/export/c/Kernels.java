package org.qopt.target.dsp.export.c;

import com.google.common.collect.ImmutableMap;
import java.util.TreeMap;
import org.qopt.dialect.bfp.BlockType;
import org.qopt.ir.Operation;
import org.qopt.ir.type.Type;
import org.qopt.target.c.CKernel;
import org.qopt.target.dsp.dialect.DspTypes;

/**
 * The kernels of this package. Their parameters are the bits of mantissas, {@code A} and {@code B}
 * of operands, {@code F} of a filter and {@code O} of the result, and {@code Q}, how the result is
 * rounded.
 */
final class Kernels {
  private final TreeMap<String, String> parameters = new TreeMap<>();

  private Kernels() {}

  /** {@return the kernels for an operation with its first operand and its result} */
  static Kernels of(Operation operation) {
    return new Kernels()
        .with("A", bits(operation.operand(0).type()))
        .with("O", bits(operation.result().type()))
        .with("Q", rounding(operation));
  }

  /** {@return these with another parameter} */
  Kernels with(String name, String value) {
    parameters.put(name, value);
    return this;
  }

  CKernel kernel(String name) {
    return new CKernel(Kernels.class, name, ImmutableMap.copyOf(parameters));
  }

  static String bits(Type type) {
    return Integer.toString(DspTypes.block(type).bits());
  }

  private static String rounding(Operation operation) {
    BlockType result = DspTypes.block(operation.result().type());
    return result.rounding().text();
  }
}
