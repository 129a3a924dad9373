package org.qopt.target;

import com.google.common.collect.ImmutableList;
import java.util.Optional;

/**
 * A choice that a target leaves to its users; on the command line it is a flag.
 *
 * @param name the name, such as {@code rounding}
 * @param values the values that it may have, the default first; none for a switch
 * @param help what it does, in a phrase
 * @param format the format whose exporter it is for; empty if legalization takes it
 */
public record TargetOption(
    String name, ImmutableList<String> values, String help, Optional<String> format) {
  /** The value of a switch that was given. */
  public static final String ON = "true";

  /** {@return an option of legalization; without values a switch} */
  public static TargetOption ofLegalization(String name, String help, String... values) {
    return new TargetOption(name, ImmutableList.copyOf(values), help, Optional.empty());
  }

  /** {@return an option of the exporter of {@code format}; without values a switch} */
  public static TargetOption ofExport(String format, String name, String help, String... values) {
    return new TargetOption(name, ImmutableList.copyOf(values), help, Optional.of(format));
  }

  /** {@return whether it is given or not, without a value} */
  public boolean isSwitch() {
    return values.isEmpty();
  }
}
