package org.qopt.target;

import java.util.List;
import java.util.stream.Stream;
import org.qopt.pass.Pass;
import org.qopt.pass.PassProvider;
import org.qopt.target.proof.ProveAccumulatorsPass;

/** The passes of all targets on the class path, and those that are for all targets. */
public final class TargetPasses implements PassProvider {
  @Override
  public List<Pass> passes() {
    return Stream.concat(
            Stream.<Pass>of(new ProveAccumulatorsPass()),
            Targets.load().byName().values().stream()
                .<Pass>flatMap(target -> target.passes().stream()))
        .toList();
  }
}
