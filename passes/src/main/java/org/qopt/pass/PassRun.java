package org.qopt.pass;

import com.google.common.collect.ImmutableSortedMap;
import org.qopt.ir.Operation;

/**
 * One run of a pass on one operation. Instrumentations may keep what they know of it by identity.
 */
public final class PassRun {
  private final Pass pass;
  private final Operation operation;
  private final PassCounts counts = new PassCounts();

  PassRun(Pass pass, Operation operation) {
    this.pass = pass;
    this.operation = operation;
  }

  /** {@return the pass} */
  public Pass pass() {
    return pass;
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
}
