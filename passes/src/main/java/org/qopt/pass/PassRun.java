package org.qopt.pass;

import com.google.common.collect.ImmutableSortedMap;
import org.qopt.ir.Operation;

/**
 * One run of a pass on one operation. Instrumentations may keep what they know of it by identity.
 */
public final class PassRun {
  private final Plan.PassStep step;
  private final Operation operation;
  private final Analyses analyses;
  private final PassCounts counts = new PassCounts();
  private final PreservedAnalyses preserved = PreservedAnalyses.none();

  PassRun(Plan.PassStep step, Operation operation, Analyses analyses) {
    this.step = step;
    this.operation = operation;
    this.analyses = analyses;
  }

  /** {@return the pass} */
  public Pass pass() {
    return step.pass();
  }

  /** {@return the step of the plan that this is a run of} */
  public Plan.PassStep step() {
    return step;
  }

  /** {@return what it runs on} */
  public Operation operation() {
    return operation;
  }

  /** {@return the statistics that the pass has kept so far, by name} */
  public ImmutableSortedMap<String, Long> counts() {
    return counts.all();
  }

  PassCounts counters() {
    return counts;
  }

  Analyses analyses() {
    return analyses;
  }

  PreservedAnalyses preserved() {
    return preserved;
  }
}
