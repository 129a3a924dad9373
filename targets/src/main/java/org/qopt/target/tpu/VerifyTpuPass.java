package org.qopt.target.tpu;

import org.qopt.ir.Operation;
import org.qopt.pass.Anchor;
import org.qopt.pass.Pass;
import org.qopt.pass.PassContext;
import org.qopt.pass.PassInfo;

/** Refuses what is not a program of the target; changes nothing. */
public record VerifyTpuPass() implements Pass {
  @Override
  public PassInfo info() {
    return PassInfo.of("verify-tpu", "refuses what is not a program of integers for tpu")
        .titled("VerifyTPU")
        .describedAs(
            """
            Every operation must be of the dialect tpu, a constant, a function or a module; no type \
            and no attribute may hold a float, but for the scales in quantized types, which document \
            what the integers mean.""")
        .on(Anchor.MODULE);
  }

  @Override
  public void run(Operation operation, PassContext context) {
    TpuVerifier.verify(operation, context);
  }
}
