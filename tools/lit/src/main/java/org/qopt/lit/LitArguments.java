package org.qopt.lit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads the arguments of the program; {@code LIT_OPTS} goes before them. */
final class LitArguments {
  private final Path directory;
  private final List<Path> paths = new ArrayList<>();
  private int workers = Runtime.getRuntime().availableProcessors();
  private LitOptions.Detail detail = LitOptions.Detail.LINE;
  private boolean quiet;
  private boolean showTests;
  private Optional<Pattern> filter = Optional.empty();
  private Optional<Pattern> filterOut = Optional.empty();
  private List<String> expectedFailures = List.of();
  private Optional<Integer> maxFailures = Optional.empty();
  private Optional<Integer> timeout = Optional.empty();
  private int shards = 1;
  private int shard = 1;

  private LitArguments(Path directory) {
    this.directory = directory;
  }

  static LitOptions parse(List<String> arguments, Path directory, Map<String, String> environment)
      throws LitException {
    LitArguments parser = new LitArguments(directory);
    parser.filter = environmentPattern(environment, "LIT_FILTER");
    parser.filterOut = environmentPattern(environment, "LIT_FILTER_OUT");
    List<String> all = new ArrayList<>();
    Arrays.stream(environment.getOrDefault("LIT_OPTS", "").split("\\s+"))
        .filter(word -> !word.isEmpty())
        .forEach(all::add);
    all.addAll(arguments);
    Iterator<String> rest = all.iterator();
    while (rest.hasNext()) {
      parser.parseArgument(rest.next(), rest);
    }
    return parser.finish();
  }

  private static Optional<Pattern> environmentPattern(Map<String, String> environment, String name)
      throws LitException {
    String text = environment.getOrDefault(name, "");
    return text.isEmpty() ? Optional.empty() : Optional.of(pattern(name, text));
  }

  private void parseArgument(String argument, Iterator<String> rest) throws LitException {
    if (!argument.startsWith("-") || argument.equals("-")) {
      paths.add(directory.resolve(argument));
      return;
    }
    if (argument.matches("-j\\d+")) {
      workers = positive("-j", argument.substring(2));
      return;
    }
    int equal = argument.startsWith("--") ? argument.indexOf('=') : -1;
    String name = equal < 0 ? argument : argument.substring(0, equal);
    if (!parseFlag(name)) {
      parseValued(name, () -> equal < 0 ? next(name, rest) : argument.substring(equal + 1));
    }
  }

  private boolean parseFlag(String name) {
    switch (name) {
      case "-v", "--verbose", "-vv", "--echo-all-commands" ->
          detail = max(LitOptions.Detail.FAILURES);
      case "-a", "--show-all" -> detail = LitOptions.Detail.ALL;
      case "-q", "--quiet" -> quiet = true;
      // The progress bar of a terminal; results are the same without one.
      case "-s", "--succinct", "--no-progress-bar" -> {}
      case "--show-tests" -> showTests = true;
      default -> {
        return false;
      }
    }
    return true;
  }

  private LitOptions.Detail max(LitOptions.Detail other) {
    return detail.compareTo(other) > 0 ? detail : other;
  }

  /** The value of a flag, asked for only if the flag has one. */
  @FunctionalInterface
  private interface Value {
    String read() throws LitException;
  }

  private void parseValued(String name, Value value) throws LitException {
    switch (name) {
      case "-j", "--workers", "--threads" -> workers = positive(name, value.read());
      case "--filter" -> filter = Optional.of(pattern(name, value.read()));
      case "--filter-out" -> filterOut = Optional.of(pattern(name, value.read()));
      case "--xfail" -> expectedFailures = List.of(value.read().split(";"));
      case "--max-failures" -> maxFailures = Optional.of(positive(name, value.read()));
      case "--timeout" -> timeout = Optional.of(positive(name, value.read()));
      case "--num-shards" -> shards = positive(name, value.read());
      case "--run-shard" -> shard = positive(name, value.read());
      default -> throw new LitException("lit: error: unrecognized argument: " + name);
    }
  }

  private LitOptions finish() throws LitException {
    if (paths.isEmpty()) {
      throw new LitException(
          "usage: lit [-j N] [-v] [-a] [-q] [--filter REGEX] [--filter-out REGEX]"
              + " [--xfail LIST] [--timeout N] [--max-failures N] [--num-shards M --run-shard N]"
              + " [--show-tests] TEST_PATH...\nlit: error: no tests named");
    }
    if (shard > shards) {
      throw new LitException("lit: error: --run-shard must be between 1 and --num-shards");
    }
    return new LitOptions(
        paths,
        workers,
        detail,
        quiet,
        filter,
        filterOut,
        expectedFailures,
        maxFailures,
        timeout,
        shards,
        shard,
        showTests);
  }

  private static String next(String name, Iterator<String> rest) throws LitException {
    if (!rest.hasNext()) {
      throw new LitException("lit: error: argument " + name + ": expected one argument");
    }
    return rest.next();
  }

  private static int positive(String name, String value) throws LitException {
    if (!value.matches("[1-9]\\d{0,8}")) {
      throw new LitException(
          "lit: error: argument "
              + name
              + ": requires positive integer, but found '"
              + value
              + "'");
    }
    return Integer.parseInt(value);
  }

  private static Pattern pattern(String name, String value) throws LitException {
    try {
      return Pattern.compile(value, Pattern.CASE_INSENSITIVE);
    } catch (PatternSyntaxException e) {
      throw new LitException(
          "lit: error: argument " + name + ": invalid regular expression: " + value);
    }
  }
}
