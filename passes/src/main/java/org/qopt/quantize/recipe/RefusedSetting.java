package org.qopt.quantize.recipe;

/** Thrown where a profile cannot do what a rule asks for. */
public final class RefusedSetting extends RuntimeException {
  private final transient Settings.Chosen chosen;
  private final String nearest;

  RefusedSetting(Settings.Chosen chosen, String reason, String nearest) {
    super(reason);
    this.chosen = chosen;
    this.nearest = nearest;
  }

  /** {@return what was asked for, and by which rule} */
  public Settings.Chosen chosen() {
    return chosen;
  }

  /** {@return the nearest that is legal, as advice} */
  public String nearest() {
    return nearest;
  }
}
