package org.qopt.cli.args;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.Doubles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.qopt.cli.UsageException;

/**
 * A command line that has been read.
 *
 * @param flags the flags in the order given; a flag may stand more than once
 * @param positional what is no flag, in the order given
 */
public record Arguments(ImmutableList<Given> flags, ImmutableList<String> positional) {
  /**
   * A flag as it was given.
   *
   * @param name its name without dashes
   * @param value its value; empty for a switch, or where an optional one was left out
   */
  public record Given(String name, Optional<String> value) {}

  /** {@return whether the flag was given} */
  public boolean has(String name) {
    for (Given flag : flags) {
      if (flag.name().equals(name)) {
        return true;
      }
    }
    return false;
  }

  /** {@return every value that was given for the flag, in order} */
  public List<String> values(String name) {
    List<String> values = new ArrayList<>();
    for (Given flag : flags) {
      if (flag.name().equals(name)) {
        flag.value().ifPresent(values::add);
      }
    }
    return values;
  }

  /** {@return the last value that was given for the flag} */
  public Optional<String> value(String name) {
    List<String> values = values(name);
    return values.isEmpty() ? Optional.empty() : Optional.of(values.getLast());
  }

  /**
   * {@return whether an on/off flag is on}
   *
   * @param otherwise the answer when it was not given
   * @throws UsageException if its value is not a boolean
   */
  public boolean isOn(String name, boolean otherwise) {
    if (!has(name)) {
      return otherwise;
    }
    return truth(name, value(name).orElse("true"));
  }

  /**
   * {@return what {@code text} says of the flag {@code name}}
   *
   * @throws UsageException if it is not a boolean
   */
  static boolean truth(String name, String text) {
    return switch (text) {
      case "true", "TRUE", "True", "1" -> true;
      case "false", "FALSE", "False", "0" -> false;
      default ->
          throw new UsageException("--" + name + " wants true or false, but got '" + text + "'");
    };
  }

  /**
   * {@return the whole number that was given for the flag}
   *
   * @throws UsageException if it is no whole number of at least {@code least}
   */
  public Optional<Long> number(String name, long least) {
    Optional<String> text = value(name);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      long number = Long.parseLong(text.get());
      if (number >= least) {
        return Optional.of(number);
      }
    } catch (NumberFormatException e) {
      // Answered below, as a number that is too small is.
    }
    throw new UsageException(
        "--"
            + name
            + " wants a whole number of at least "
            + least
            + ", but got '"
            + text.get()
            + "'");
  }

  /**
   * {@return the real number that was given for the flag}
   *
   * @throws UsageException if it is no number
   */
  public Optional<Double> real(String name) {
    Optional<Double> number = value(name).map(Doubles::tryParse);
    if (number.filter(x -> !x.isNaN()).isEmpty() && has(name)) {
      throw new UsageException(
          "--" + name + " wants a number, but got '" + value(name).orElse("") + "'");
    }
    return number;
  }

  /**
   * {@return the only positional argument}
   *
   * @param what what it is, for the message
   * @throws UsageException if there is none or more than one
   */
  public String only(String what) {
    if (positional.size() != 1) {
      throw new UsageException(
          "expected one " + what + ", but got " + (positional.isEmpty() ? "none" : positional));
    }
    return positional.getFirst();
  }
}
