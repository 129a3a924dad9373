package org.example.plugin;

import java.util.List;
import org.qopt.pass.Pass;
import org.qopt.pass.PassProvider;

/** The passes of this plugin. */
public final class ExamplePasses implements PassProvider {
  @Override
  public List<Pass> passes() {
    return List.of(new LowerExamplePass());
  }
}
