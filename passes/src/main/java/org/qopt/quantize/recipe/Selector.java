package org.qopt.quantize.recipe;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which values a rule is about: those that fit all that it says.
 *
 * @param values the whole name of the value
 * @param ops the whole name of the operation that computes an activation, or that uses a weight
 * @param role what the value is
 */
public record Selector(Optional<Pattern> values, Optional<Pattern> ops, Role role) {
  /** What a value is to the operations around it. */
  public enum Role {
    /** An input, or what an operation computes. */
    ACTIVATION,
    /** A constant that inputs are multiplied with. */
    WEIGHT
  }

  /**
   * {@return whether the rule is about a value}
   *
   * @param op the operation's name; empty for an argument of a function, which none computes
   */
  public boolean matches(Role found, String value, Optional<String> op) {
    return role == found
        && values.map(pattern -> pattern.matcher(value).matches()).orElse(true)
        && ops.map(p -> op.filter(name -> p.matcher(name).matches()).isPresent()).orElse(true);
  }
}
