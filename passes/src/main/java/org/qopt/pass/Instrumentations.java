package org.qopt.pass;

import com.google.common.collect.ImmutableList;
import java.util.function.Consumer;
import org.qopt.ir.Operation;

/**
 * All that watch a run, as one: what comes later is told later before something, and earlier after.
 *
 * @param all in the order in which they are told before
 */
record Instrumentations(ImmutableList<PassInstrumentation> all) implements Analyses.AnalysisWatch {
  void before(Consumer<PassInstrumentation> event) {
    all.forEach(event);
  }

  void after(Consumer<PassInstrumentation> event) {
    all.reverse().forEach(event);
  }

  boolean areConcurrent() {
    return all.stream().allMatch(PassInstrumentation::isConcurrent);
  }

  @Override
  public void before(AnalysisKind<?> kind, Operation operation) {
    before(instrumentation -> instrumentation.beforeAnalysis(kind, operation));
  }

  @Override
  public void after(AnalysisKind<?> kind, Operation operation) {
    after(instrumentation -> instrumentation.afterAnalysis(kind, operation));
  }
}
