package org.qopt.cli.opt;

import java.util.List;
import java.util.Set;
import org.qopt.cli.Unknown;
import org.qopt.cli.UsageException;
import org.qopt.cli.args.Arguments;
import org.qopt.pass.Pass;
import org.qopt.pass.PassRegistry;
import org.qopt.pass.Pipeline;
import org.qopt.passes.annotate.QuantAnnotatePass;
import org.qopt.passes.applyrewrites.ApplyRewritesPass;
import org.qopt.target.Targets;

/** The pipeline that the flags ask for, in the order in which they stand. */
final class PipelineFlags {
  /** Flags that are always there, and yet have to do with passes. */
  private static final Set<String> FIXED =
      Set.of(
          OptFlags.LEGALIZE,
          OptFlags.PIPELINE,
          RewriteFlags.FLAG,
          RecipeFlag.FLAG,
          PassPlan.FLAG,
          Instruments.BEFORE,
          Instruments.AFTER);

  private PipelineFlags() {}

  /**
   * {@return whether a flag has to do with passes; else no pass runs, and to load what passes there
   * are would only take time}
   */
  static boolean anyIn(Arguments arguments) {
    for (Arguments.Given flag : arguments.flags()) {
      if (FIXED.contains(flag.name()) || !OptFlags.isFixed(flag.name())) {
        return true;
      }
    }
    return false;
  }

  /**
   * {@return the pipeline of all pass flags}
   *
   * @throws UsageException if a target or a pass is unknown, or passes are asked for in two ways at
   *     once
   */
  static Pipeline of(Arguments arguments, PassRegistry passes, Targets targets) {
    checkDumps(arguments, passes);
    Pipeline asked =
        arguments.has(OptFlags.PIPELINE)
            ? whole(arguments, passes)
            : steps(arguments, passes, targets);
    Pipeline pipeline = RecipeFlag.given(RewriteFlags.given(asked, arguments), arguments);
    if (arguments.has(PassPlan.FLAG) && !pipeline.stages().isEmpty()) {
      throw new UsageException(
          "--run-reproducer runs what the file says; pass flags cannot stand beside it");
    }
    for (Pass pass : pipeline.passes()) {
      if (pass instanceof QuantAnnotatePass annotate) {
        selection(annotate.target(), targets);
      }
      if (pass instanceof ApplyRewritesPass rewrites && rewrites.file().isEmpty()) {
        throw new UsageException("pass 'apply-rewrites' wants file=FILE");
      }
    }
    return pipeline;
  }

  private static Pipeline whole(Arguments arguments, PassRegistry passes) {
    boolean alone =
        arguments.values(OptFlags.PIPELINE).size() == 1
            && !arguments.has(OptFlags.LEGALIZE)
            && arguments.flags().stream().noneMatch(flag -> passes.knows(flag.name()));
    if (!alone) {
      throw new UsageException("--pass-pipeline says all; other pass flags cannot stand beside it");
    }
    Pipeline pipeline = Pipeline.parse(arguments.values(OptFlags.PIPELINE).getFirst(), passes);
    if (arguments.has(RewriteFlags.FLAG) && !RewriteFlags.reach(pipeline)) {
      throw new UsageException(
          "--rewrites gives patterns to 'canonicalize', which the pipeline does not run; apply-rewrites{file=FILE} applies them alone");
    }
    return pipeline;
  }

  private static Pipeline steps(Arguments arguments, PassRegistry passes, Targets targets) {
    Pipeline pipeline = steps(arguments, passes, targets, false);
    return arguments.has(RewriteFlags.FLAG) && !RewriteFlags.reach(pipeline)
        ? steps(arguments, passes, targets, true)
        : pipeline;
  }

  // Patterns that no pass takes are applied where they stand.
  private static Pipeline steps(
      Arguments arguments, PassRegistry passes, Targets targets, boolean withRewrites) {
    Pipeline pipeline = Pipeline.EMPTY;
    boolean left = withRewrites;
    for (Arguments.Given flag : arguments.flags()) {
      String value = flag.value().orElse("");
      if (flag.name().equals(OptFlags.LEGALIZE)) {
        Targets.Selection chosen = selection(value, targets);
        String text =
            chosen
                .target()
                .pipeline(chosen.profile(), TargetFlags.ofLegalization(arguments, chosen, targets));
        pipeline = pipeline.thenAll(Pipeline.parse(text, passes));
      } else if (flag.name().equals(RewriteFlags.FLAG) && left) {
        pipeline = pipeline.then(RewriteFlags.alone(arguments));
        left = false;
      } else if (passes.find(flag.name()).isPresent()) {
        pipeline = pipeline.then(passes.create(flag.name(), value));
      } else if (passes.pipelines().containsKey(flag.name())) {
        pipeline = pipeline.thenAll(Pipeline.parse(flag.name(), passes));
      }
    }
    return pipeline;
  }

  private static void checkDumps(Arguments arguments, PassRegistry passes) {
    for (String flag : List.of(Instruments.BEFORE, Instruments.AFTER)) {
      for (String name : arguments.values(flag)) {
        if (passes.find(name).isEmpty()) {
          throw Unknown.name("pass", name, passes.all().keySet());
        }
      }
    }
  }

  private static Targets.Selection selection(String name, Targets targets) {
    return targets.find(name).orElseThrow(() -> Unknown.name("target", name, targets.names()));
  }
}
