package org.qopt.pass;

import java.util.ArrayList;
import java.util.List;
import org.qopt.ir.Block;
import org.qopt.ir.Operation;
import org.qopt.ir.Region;
import org.qopt.ir.op.Traits;

/** One run of a plan. What nested pipelines do to sibling operations is independent. */
final class PipelineRun {
  // With less than this to do on all operations together, threads cost more than they bring.
  private static final int WORTH_A_THREAD = 2_000;

  private final PassRunner passes;
  private final Instrumentations instrumentations;
  private final int threads;

  /** A run on at most so many threads. */
  PipelineRun(PassRunner passes, Instrumentations instrumentations, int threads) {
    this.passes = passes;
    this.instrumentations = instrumentations;
    this.threads = threads;
  }

  /** {@return which analyses all passes of the plan preserved} */
  PreservedAnalyses run(Plan plan, Operation operation, Analyses analyses, Outlet outlet) {
    PreservedAnalyses preserved = PreservedAnalyses.all();
    instrumentations.before(i -> i.beforePipeline(plan.pipeline(), operation));
    try {
      for (Plan.Step step : plan.steps()) {
        // Not a pattern switch: every run of a pass comes here, and to link one takes milliseconds.
        if (step instanceof Plan.NestStep nest) {
          preserved.retain(nested(nest, operation, analyses, outlet));
        } else {
          PassRun run = new PassRun((Plan.PassStep) step, operation, analyses);
          passes.run(run, outlet);
          preserved.retain(run.preserved());
        }
      }
    } finally {
      instrumentations.after(i -> i.afterPipeline(plan.pipeline(), operation));
    }
    return preserved;
  }

  private PreservedAnalyses nested(
      Plan.NestStep nest, Operation operation, Analyses analyses, Outlet outlet) {
    List<Nested> tasks = tasks(nest, operation, analyses);
    PreservedAnalyses preserved = PreservedAnalyses.all();
    if (tasks.isEmpty()) {
      return preserved;
    }
    instrumentations.before(i -> i.beforeNested(nest, operation));
    try {
      if (threads > 1 && tasks.size() > 1 && areWorthThreads(tasks)) {
        // One level is enough to keep all threads busy.
        PipelineRun inner = new PipelineRun(passes, instrumentations, 1);
        Crew.run(tasks, threads, (task, held) -> task.run(inner, held), preserved::retain, outlet);
      } else {
        tasks.forEach(task -> preserved.retain(task.run(this, outlet)));
      }
    } finally {
      instrumentations.after(i -> i.afterNested(nest, operation));
    }
    analyses.retainHere(preserved);
    return preserved;
  }

  private record Nested(Plan plan, Operation operation, Analyses analyses) {
    PreservedAnalyses run(PipelineRun runner, Outlet outlet) {
      return runner.run(plan, operation, analyses, outlet);
    }
  }

  // Only isolated operations, so that a pass cannot reach from one to another through a value.
  private static List<Nested> tasks(Plan.NestStep nest, Operation operation, Analyses analyses) {
    List<Nested> tasks = new ArrayList<>();
    for (Region region : operation.regions()) {
      for (Block block : region.blocks()) {
        for (Operation child : block) {
          if (child.has(Traits.ISOLATED_FROM_ABOVE)) {
            nest.branches().stream()
                .map(Plan.Branch::plan)
                .filter(plan -> plan.pipeline().anchor().accepts(child.name()))
                .findFirst()
                .ifPresent(plan -> tasks.add(new Nested(plan, child, analyses.inside(child))));
          }
        }
      }
    }
    return tasks;
  }

  private static boolean areWorthThreads(List<Nested> tasks) {
    int counted = 0;
    for (Nested task : tasks) {
      counted += size(task.operation(), WORTH_A_THREAD - counted);
      if (counted >= WORTH_A_THREAD) {
        return true;
      }
    }
    return false;
  }

  private static int size(Operation operation, int enough) {
    int counted = 1;
    for (Region region : operation.regions()) {
      for (Block block : region.blocks()) {
        for (Operation inner : block) {
          counted += inner.regions().isEmpty() ? 1 : size(inner, enough - counted);
          if (counted >= enough) {
            return counted;
          }
        }
      }
    }
    return counted;
  }
}
