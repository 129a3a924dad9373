package org.qopt.lit;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.List;

/** The flags of the program, by the names that they have; the first name is the one to ask for. */
final class Flags {
  private static final ImmutableSet<ImmutableSet<String>> SWITCHES =
      ImmutableSet.of(
          ImmutableSet.of("-h", "--help"),
          ImmutableSet.of("--version"),
          ImmutableSet.of("-q", "--quiet"),
          ImmutableSet.of("-s", "--succinct"),
          ImmutableSet.of("-v", "--verbose", "-vv", "--echo-all-commands"),
          ImmutableSet.of("-a", "--show-all"),
          ImmutableSet.of("--no-progress-bar"),
          ImmutableSet.of("--show-excluded"),
          ImmutableSet.of("--show-skipped"),
          ImmutableSet.of("--show-unsupported"),
          ImmutableSet.of("--show-pass"),
          ImmutableSet.of("--show-flakypass"),
          ImmutableSet.of("--show-xfail"),
          ImmutableSet.of("--show-xpass"),
          ImmutableSet.of("--gtest-sharding"),
          ImmutableSet.of("--no-gtest-sharding"),
          ImmutableSet.of("--vg"),
          ImmutableSet.of("--vg-leak"),
          ImmutableSet.of("--per-test-coverage"),
          ImmutableSet.of("--no-execute"),
          ImmutableSet.of("--isolate"),
          ImmutableSet.of("--allow-empty-runs"),
          ImmutableSet.of("--ignore-fail"),
          ImmutableSet.of("--skip-test-time-recording"),
          ImmutableSet.of("--time-tests"),
          ImmutableSet.of("--shuffle"),
          ImmutableSet.of("-i", "--incremental"),
          ImmutableSet.of("--debug"),
          ImmutableSet.of("--show-suites"),
          ImmutableSet.of("--show-tests"),
          ImmutableSet.of("--show-used-features"),
          ImmutableSet.of("--update-checks"),
          ImmutableSet.of("--update-attributes"));

  private static final ImmutableSet<ImmutableSet<String>> VALUED =
      ImmutableSet.of(
          ImmutableSet.of("-j", "--threads", "--workers"),
          ImmutableSet.of("--config-prefix"),
          ImmutableSet.of("-D", "--param"),
          ImmutableSet.of("-o", "--output"),
          ImmutableSet.of("--path"),
          ImmutableSet.of("--vg-arg"),
          ImmutableSet.of("--resultdb-output"),
          ImmutableSet.of("--xunit-xml-output"),
          ImmutableSet.of("--time-trace-output"),
          ImmutableSet.of("--timeout"),
          ImmutableSet.of("--max-failures"),
          ImmutableSet.of("--max-tests"),
          ImmutableSet.of("--max-time"),
          ImmutableSet.of("--order"),
          ImmutableSet.of("--filter"),
          ImmutableSet.of("--filter-out"),
          ImmutableSet.of("--xfail"),
          ImmutableSet.of("--xfail-not"),
          ImmutableSet.of("--num-shards"),
          ImmutableSet.of("--run-shard"));

  private static final ImmutableMap<String, Flag> ALL = all();

  private Flags() {}

  /**
   * A flag.
   *
   * @param name its first name
   * @param names all its names, as faults list them
   */
  record Flag(String name, String names, boolean hasValue) {}

  private static ImmutableMap<String, Flag> all() {
    ImmutableMap.Builder<String, Flag> flags = ImmutableMap.builder();
    add(flags, SWITCHES, false);
    add(flags, VALUED, true);
    return flags.buildOrThrow();
  }

  private static void add(
      ImmutableMap.Builder<String, Flag> flags,
      ImmutableSet<ImmutableSet<String>> named,
      boolean hasValue) {
    for (ImmutableSet<String> names : named) {
      Flag flag = new Flag(names.iterator().next(), String.join("/", names), hasValue);
      names.forEach(name -> flags.put(name, flag));
    }
  }

  /**
   * {@return the flag of this name, or the only one whose long name begins so}
   *
   * @throws LitException if there is none, or more than one
   */
  static Flag find(String name) throws LitException {
    Flag exact = ALL.get(name);
    if (exact != null) {
      return exact;
    }
    List<String> meant =
        name.startsWith("--") && name.length() > 2
            ? ALL.keySet().stream().filter(known -> known.startsWith(name)).toList()
            : List.of();
    if (meant.isEmpty()) {
      throw new LitException("lit: error: unrecognized arguments: " + name);
    }
    if (meant.size() > 1) {
      throw new LitException(
          "lit: error: ambiguous option: " + name + " could match " + String.join(", ", meant));
    }
    return ALL.get(meant.getFirst());
  }

  /** {@return whether all letters behind the dash are flags without values} */
  static boolean isBundle(String argument) {
    return argument.chars().skip(1).allMatch(c -> isSwitch("-" + (char) c));
  }

  private static boolean isSwitch(String name) {
    Flag flag = ALL.get(name);
    return flag != null && !flag.hasValue();
  }
}
