package org.qopt.target.dsp;

import org.qopt.ir.Operation;
import org.qopt.pass.Anchor;
import org.qopt.pass.Pass;
import org.qopt.pass.PassContext;
import org.qopt.pass.PassInfo;

/** Refuses what is not a program of the target; changes nothing. */
public record VerifyDspPass() implements Pass {
  @Override
  public PassInfo info() {
    return PassInfo.of("verify-dsp", "refuses what is not a program of integers for dsp")
        .titled("VerifyDSP")
        .describedAs(
            """
            Every operation must be of the dialect dsp, a bfp.constant, a function or a module; no \
            type and no attribute may hold a float, and every exponent must be decided. Together with \
            the clauses of the operations this proves that the program computes with integers alone, \
            that its shifts follow from the exponents in its types, and that no accumulator overflows \
            for any input.""")
        .on(Anchor.MODULE);
  }

  @Override
  public void run(Operation operation, PassContext context) {
    DspVerifier.verify(operation, context);
  }
}
