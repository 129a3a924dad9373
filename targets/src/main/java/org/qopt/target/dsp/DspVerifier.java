package org.qopt.target.dsp;

import org.qopt.dialect.bfp.BlockConstantOp;
import org.qopt.dialect.bfp.BlockType;
import org.qopt.dialect.bfp.Exponents;
import org.qopt.ir.Operation;
import org.qopt.ir.diagnostic.DiagnosticSink;
import org.qopt.target.IntegerProgram;
import org.qopt.target.dsp.dialect.DspDialect;

/**
 * Proves that a program uses integers alone: the meaning of a value is in its exponents, so there
 * are not even scales. That shifts follow from the exponents, and that no accumulator overflows,
 * are clauses of the operations, which a valid program keeps.
 */
public final class DspVerifier {
  private static final IntegerProgram LEGAL =
      new IntegerProgram(
          DspDialect.NAME,
          BlockConstantOp.DEF,
          type ->
              type instanceof BlockType block
                  && !(block.exponents() instanceof Exponents.Undecided));

  private DspVerifier() {}

  /** Reports the first fault of each operation in {@code module}, a valid one. */
  public static void verify(Operation module, DiagnosticSink sink) {
    LEGAL.verify(module, sink);
  }
}
