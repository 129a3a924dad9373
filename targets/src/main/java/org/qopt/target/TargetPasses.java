package org.qopt.target;

import java.util.List;
import org.qopt.pass.Pass;
import org.qopt.pass.PassProvider;

/** The passes of all targets on the class path. */
public final class TargetPasses implements PassProvider {
  @Override
  public List<Pass> passes() {
    return Targets.load().byName().values().stream()
        .<Pass>flatMap(target -> target.passes().stream())
        .toList();
  }
}
