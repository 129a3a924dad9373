package org.qopt.cli.opt;

import com.google.common.collect.ImmutableList;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.qopt.cli.UsageException;
import org.qopt.cli.args.Arguments;
import org.qopt.pass.Pass;
import org.qopt.pass.PassStage;
import org.qopt.pass.Pipeline;
import org.qopt.pass.Stage;
import org.qopt.passes.applyrewrites.ApplyRewritesPass;
import org.qopt.passes.canonicalize.CanonicalizePass;

/**
 * What {@code --rewrites} does to a pipeline: each {@code canonicalize} in it applies the patterns
 * too. They become options of passes, so that the text of a pipeline says all.
 */
final class RewriteFlags {
  static final String FLAG = "rewrites";

  private RewriteFlags() {}

  /** {@return the pass that applies the patterns alone} */
  static Pass alone(Arguments arguments) {
    ApplyRewritesPass usual = ApplyRewritesPass.DEFAULT;
    return new ApplyRewritesPass(files(arguments), usual.maxIterations(), usual.testConvergence());
  }

  /** {@return whether a pass of {@code pipeline} takes the patterns} */
  static boolean reach(Pipeline pipeline) {
    return pipeline.passes().stream().anyMatch(CanonicalizePass.class::isInstance);
  }

  /** {@return {@code pipeline}, where canonicalize applies the patterns too} */
  static Pipeline given(Pipeline pipeline, Arguments arguments) {
    return arguments.has(FLAG) ? given(pipeline, files(arguments)) : pipeline;
  }

  private static Pipeline given(Pipeline pipeline, List<Path> files) {
    ImmutableList.Builder<Stage> stages = ImmutableList.builder();
    for (Stage stage : pipeline.stages()) {
      stages.add(
          switch (stage) {
            case PassStage(CanonicalizePass pass) -> new PassStage(given(pass, files));
            case PassStage other -> other;
            case Pipeline inner -> given(inner, files);
          });
    }
    return new Pipeline(pipeline.anchor(), stages.build());
  }

  private static CanonicalizePass given(CanonicalizePass pass, List<Path> files) {
    List<Path> all = ImmutableList.<Path>builder().addAll(pass.rewrites()).addAll(files).build();
    return pass.withRewrites(all);
  }

  private static List<Path> files(Arguments arguments) {
    try {
      return arguments.values(FLAG).stream().map(Path::of).toList();
    } catch (InvalidPathException e) {
      throw new UsageException("--rewrites wants a file, but got '" + e.getInput() + "'");
    }
  }
}
