package org.qopt.pass.instrument;

import com.google.common.collect.ImmutableSet;
import org.qopt.pass.Pass;

/**
 * When {@link IrPrinting} prints.
 *
 * @param before before the passes of these names
 * @param after after the passes of these names
 * @param beforeAll before every pass
 * @param afterAll after every pass
 * @param afterChange after a pass only if it changed something; implies {@code afterAll} where
 *     {@code after} names none
 * @param afterFailure after a pass that failed
 * @param moduleScope the whole program rather than the operation that the pass ran on
 */
public record IrPrintingOptions(
    ImmutableSet<String> before,
    ImmutableSet<String> after,
    boolean beforeAll,
    boolean afterAll,
    boolean afterChange,
    boolean afterFailure,
    boolean moduleScope) {

  /** Never. */
  public static final IrPrintingOptions NEVER =
      new IrPrintingOptions(
          ImmutableSet.of(), ImmutableSet.of(), false, false, false, false, false);

  /** {@return whether anything is ever printed} */
  public boolean isActive() {
    return beforeAll
        || afterAll
        || afterChange
        || afterFailure
        || !before.isEmpty()
        || !after.isEmpty();
  }

  boolean printsBefore(Pass pass) {
    return beforeAll || before.contains(pass.info().name());
  }

  boolean printsAfter(Pass pass) {
    return afterAll || after.contains(pass.info().name()) || (afterChange && after.isEmpty());
  }
}
