package org.qopt.target.cpu;

import org.qopt.ir.Operation;
import org.qopt.pass.Anchor;
import org.qopt.pass.Pass;
import org.qopt.pass.PassContext;
import org.qopt.pass.PassInfo;

/** Refuses what is not a program of the target; changes nothing. */
public record VerifyCpuPass() implements Pass {
  @Override
  public PassInfo info() {
    return PassInfo.of("verify-cpu", "refuses what is not a program for cpu")
        .titled("VerifyCPU")
        .describedAs(
            """
            Every operation must be of the dialect cpu or nn, a function or a module; operations of \
            nn, but for constants, compute with floats and plain integers alone.""")
        .on(Anchor.MODULE);
  }

  @Override
  public void run(Operation operation, PassContext context) {
    CpuVerifier.verify(operation, context);
  }
}
