package org.qopt.cli.args;

/**
 * A flag of a command.
 *
 * @param name its name without dashes; one letter for {@code -o}
 * @param kind whether it takes a value
 * @param value what the value is, for the help text, such as {@code FILE}; empty for a switch
 * @param help what it does, in a phrase
 */
public record Flag(String name, Kind kind, String value, String help) {
  /** Whether a flag takes a value. */
  public enum Kind {
    /** Takes none. */
    SWITCH,
    /** Takes one: {@code --flag=value} or {@code --flag value}. */
    VALUE,
    /** May take one, with an equals sign only: {@code --flag} or {@code --flag=value}. */
    OPTIONAL_VALUE
  }

  /** {@return a flag without a value} */
  public static Flag of(String name, String help) {
    return new Flag(name, Kind.SWITCH, "", help);
  }

  /** {@return a flag with a value} */
  public static Flag of(String name, String value, String help) {
    return new Flag(name, Kind.VALUE, value, help);
  }

  /** {@return a flag that may have a value} */
  public static Flag optional(String name, String value, String help) {
    return new Flag(name, Kind.OPTIONAL_VALUE, value, help);
  }

  /** {@return the flag as the help shows it} */
  public String usage() {
    String dashes = name.length() == 1 ? "-" : "--";
    return switch (kind) {
      case SWITCH -> dashes + name;
      case VALUE -> dashes + name + (name.length() == 1 ? " " : "=") + value;
      case OPTIONAL_VALUE -> dashes + name + "[=" + value + "]";
    };
  }
}
