package org.example.plugin;

import java.util.List;
import org.qopt.pass.NamedPipeline;
import org.qopt.pass.Pass;
import org.qopt.pass.PassProvider;

/** The passes and pipelines of this plugin that belong to no target. */
public final class ExamplePasses implements PassProvider {
  @Override
  public List<Pass> passes() {
    return List.of(new SimplifyExamplePass(0.01));
  }

  @Override
  public List<NamedPipeline> pipelines() {
    return List.of(
        new NamedPipeline(
            "tidy-example",
            "makes a program with leaky activations as small as it can be",
            "simplify-example{relu-below=0.05},canonicalize,cse"));
  }
}
