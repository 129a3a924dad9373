package org.qopt.cli.opt;

import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qopt.cli.UsageException;
import org.qopt.cli.args.Arguments;
import org.qopt.cli.args.Flag;
import org.qopt.target.Target;
import org.qopt.target.TargetOption;
import org.qopt.target.Targets;

/** The options of targets as flags. */
final class TargetFlags {
  private TargetFlags() {}

  /** {@return a flag for each option; targets may have options of one name} */
  static List<Flag> of(Targets targets) {
    Map<String, Flag> flags = new LinkedHashMap<>();
    for (Target target : targets.byName().values()) {
      target.options().forEach(option -> flags.putIfAbsent(option.name(), flag(option)));
    }
    return List.copyOf(flags.values());
  }

  private static Flag flag(TargetOption option) {
    return option.isSwitch()
        ? Flag.of(option.name(), option.help())
        : Flag.of(option.name(), String.join("|", option.values()), option.help());
  }

  /**
   * Checks that options of legalization stand beside a target, and those of exporters beside an
   * output in their format.
   *
   * @param format the format of the output
   * @throws UsageException if one does not
   */
  static void check(Arguments arguments, Targets targets, String format) {
    Map<String, List<TargetOption>> given = new LinkedHashMap<>();
    for (Target target : targets.byName().values()) {
      for (TargetOption option : target.options()) {
        if (arguments.has(option.name())) {
          given.computeIfAbsent(option.name(), _ -> new ArrayList<>()).add(option);
        }
      }
    }
    given.forEach(
        (name, options) -> {
          boolean used =
              options.stream()
                  .anyMatch(
                      option ->
                          option
                              .format()
                              .map(format::equals)
                              .orElse(arguments.has(OptFlags.LEGALIZE)));
          if (!used) {
            throw new UsageException(
                "--%s is an option %s".formatted(name, place(options.getFirst())));
          }
        });
  }

  private static String place(TargetOption option) {
    return option.format().map(format -> "of -o FILE." + format).orElse("of --legalize=TARGET");
  }

  /**
   * {@return the options of legalization that were given}
   *
   * @throws UsageException if the target has no such option, or the option no such value
   */
  static ImmutableMap<String, String> ofLegalization(
      Arguments arguments, Targets.Selection chosen, Targets targets) {
    return given(arguments, chosen.target(), Optional.empty(), targets);
  }

  /**
   * {@return the options of the exporter of {@code format} that were given}
   *
   * @throws UsageException if the option has no such value
   */
  static ImmutableMap<String, String> ofExport(
      Arguments arguments, Target target, String format, Targets targets) {
    return given(arguments, target, Optional.of(format), targets);
  }

  private static ImmutableMap<String, String> given(
      Arguments arguments, Target target, Optional<String> format, Targets targets) {
    ImmutableMap.Builder<String, String> given = ImmutableMap.builder();
    for (TargetOption option : target.options()) {
      if (option.format().equals(format) && arguments.has(option.name())) {
        given.put(option.name(), value(arguments, option));
      }
    }
    ImmutableMap<String, String> found = given.buildOrThrow();
    for (Target other : targets.byName().values()) {
      for (TargetOption option : other.options()) {
        if (option.format().equals(format)
            && arguments.has(option.name())
            && !found.containsKey(option.name())) {
          throw new UsageException(
              "--%s is an option of target %s, not of %s"
                  .formatted(option.name(), other.name(), target.name()));
        }
      }
    }
    return found;
  }

  private static String value(Arguments arguments, TargetOption option) {
    if (option.isSwitch()) {
      return TargetOption.ON;
    }
    String value = arguments.value(option.name()).orElseThrow();
    if (!option.values().contains(value)) {
      throw new UsageException(
          "--%s takes one of %s, but got '%s'"
              .formatted(option.name(), String.join(", ", option.values()), value));
    }
    return value;
  }
}
