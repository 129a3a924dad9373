package org.qopt.pass.instrument;

import com.google.common.collect.ImmutableSet;
import org.qopt.pass.Pass;

/**
 * When {@link IrPrinting} prints, and what.
 *
 * @param before before the passes of these names
 * @param after after the passes of these names
 * @param beforeAll before every pass
 * @param afterAll after every pass
 * @param change what a pass that changes nothing does to printing after it
 * @param afterFailure after a pass that failed, and after no other
 * @param moduleScope the whole program rather than the operation that the pass ran on
 */
public record IrPrintingOptions(
    ImmutableSet<String> before,
    ImmutableSet<String> after,
    boolean beforeAll,
    boolean afterAll,
    Change change,
    boolean afterFailure,
    boolean moduleScope) {

  /** What it means for printing that a pass changed something. */
  public enum Change {
    /** Nothing. */
    IGNORED,
    /**
     * Only then there is printing after it. This asks for printing after every pass where {@code
     * after} names none.
     */
    REQUIRED,
    /** As {@link #REQUIRED}, and what is printed is what was removed and added. */
    DIFF
  }

  /** Never. */
  public static final IrPrintingOptions NEVER =
      new IrPrintingOptions(
          ImmutableSet.of(), ImmutableSet.of(), false, false, Change.IGNORED, false, false);

  /** {@return whether anything is ever printed} */
  public boolean isActive() {
    return beforeAll
        || afterAll
        || change != Change.IGNORED
        || afterFailure
        || !before.isEmpty()
        || !after.isEmpty();
  }

  boolean printsBefore(Pass pass) {
    return beforeAll || before.contains(pass.info().name());
  }

  boolean printsAfter(Pass pass) {
    return afterAll
        || after.contains(pass.info().name())
        || (change != Change.IGNORED && after.isEmpty());
  }

  boolean printsAfterFailed(Pass pass) {
    return afterFailure || printsAfter(pass);
  }
}
