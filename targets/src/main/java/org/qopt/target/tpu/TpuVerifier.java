package org.qopt.target.tpu;

import org.qopt.dialect.nn.ConstantOp;
import org.qopt.dialect.quant.UniformQuantizedPerAxisType;
import org.qopt.dialect.quant.UniformQuantizedType;
import org.qopt.ir.Operation;
import org.qopt.ir.diagnostic.DiagnosticSink;
import org.qopt.target.IntegerProgram;
import org.qopt.target.tpu.dialect.TpuDialect;

/**
 * Proves that a program uses integers alone. The scales in quantized types, whose parameters are
 * known, are the one exception: they document what the integers mean, and nothing computes with
 * them.
 */
public final class TpuVerifier {
  private static final IntegerProgram LEGAL =
      new IntegerProgram(
          TpuDialect.NAME,
          ConstantOp.DEF,
          type ->
              type instanceof UniformQuantizedType || type instanceof UniformQuantizedPerAxisType);

  private TpuVerifier() {}

  /** Reports the first fault of each operation in {@code module}, a valid one. */
  public static void verify(Operation module, DiagnosticSink sink) {
    LEGAL.verify(module, sink);
  }
}
