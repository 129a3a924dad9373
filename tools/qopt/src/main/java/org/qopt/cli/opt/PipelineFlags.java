package org.qopt.cli.opt;

import org.qopt.cli.Unknown;
import org.qopt.cli.UsageException;
import org.qopt.cli.args.Arguments;
import org.qopt.pass.PassRegistry;
import org.qopt.pass.Pipeline;
import org.qopt.target.Target;
import org.qopt.target.Targets;

/** The pipeline that the flags ask for, in the order in which they stand. */
final class PipelineFlags {
  private PipelineFlags() {}

  /**
   * {@return the pipeline of all pass flags}
   *
   * @throws UsageException if a target is unknown, or passes are asked for in two ways at once
   */
  static Pipeline of(Arguments arguments, PassRegistry passes, Targets targets) {
    Pipeline pipeline = Pipeline.EMPTY;
    for (Arguments.Given flag : arguments.flags()) {
      String value = flag.value().orElse("");
      switch (flag.name()) {
        case OptFlags.LEGALIZE ->
            pipeline = pipeline.thenAll(Pipeline.parse(target(value, targets).pipeline(), passes));
        case OptFlags.PIPELINE -> {
          if (!pipeline.stages().isEmpty()) {
            throw new UsageException(
                "--pass-pipeline says all; other pass flags cannot stand beside it");
          }
          pipeline = pipeline.thenAll(Pipeline.parse(value, passes));
        }
        default -> {
          if (passes.find(flag.name()).isPresent()) {
            pipeline = pipeline.then(passes.create(flag.name(), value));
          }
        }
      }
    }
    return pipeline;
  }

  private static Target target(String name, Targets targets) {
    return targets
        .find(name)
        .orElseThrow(() -> Unknown.name("target", name, targets.byName().keySet()));
  }
}
