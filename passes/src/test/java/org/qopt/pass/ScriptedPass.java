package org.qopt.pass;

import java.util.function.BiConsumer;
import org.qopt.ir.Operation;

/** A pass that does what it is told. */
record ScriptedPass(String name, Anchor anchor, BiConsumer<Operation, PassContext> script)
    implements Pass {
  @Override
  public PassInfo info() {
    return PassInfo.of(name, "does as told").on(anchor);
  }

  @Override
  public void run(Operation operation, PassContext context) {
    script.accept(operation, context);
  }
}
