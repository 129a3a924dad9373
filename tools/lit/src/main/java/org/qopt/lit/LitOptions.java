package org.qopt.lit;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.qopt.lit.report.DisplayOptions;

/**
 * A call of the program.
 *
 * @param paths folders and tests, as they were named
 * @param configuration how files of the configuration are named and what they may refer to
 * @param workers how many tests run at a time
 * @param display what is shown
 * @param listing what is shown instead of running anything
 * @param selection which tests run, and which are to fail
 * @param limits when the run ends early, and how long a test may take
 * @param reports files that are written at the end
 * @param mode what else is special
 */
record LitOptions(
    ImmutableList<String> paths,
    Configuration configuration,
    int workers,
    DisplayOptions display,
    Listing listing,
    Selection selection,
    Limits limits,
    Reports reports,
    Mode mode) {

  /**
   * How files of the configuration are read.
   *
   * @param prefix how their names begin
   * @param parameters what they may refer to
   * @param features features that every suite has
   * @param debug whether it is told which are read
   */
  record Configuration(
      String prefix,
      ImmutableMap<String, String> parameters,
      ImmutableSet<String> features,
      boolean debug) {}

  /** What is shown instead of running anything. */
  record Listing(boolean suites, boolean tests, boolean usedFeatures) {}

  /** In which order tests run. */
  enum Order {
    /** Those that failed last time, then the slowest. */
    SMART,
    LEXICAL,
    RANDOM
  }

  /**
   * Which tests run, and which are to fail.
   *
   * @param expectedFailures names of tests that fail
   * @param unexpectedFailures names of tests that do not, whatever they say
   * @param shards into how many parts the tests are dealt
   * @param shard which part runs, from 1
   */
  record Selection(
      Optional<Pattern> filter,
      Optional<Pattern> filterOut,
      ImmutableSet<String> expectedFailures,
      ImmutableSet<String> unexpectedFailures,
      Order order,
      int shards,
      int shard,
      OptionalInt maxTests,
      boolean allowEmpty) {}

  /**
   * When a run ends early.
   *
   * @param timeout the time for one test; zero for any
   * @param time the time for all tests
   */
  record Limits(OptionalInt maxFailures, Optional<Duration> timeout, Optional<Duration> time) {}

  /** Files that are written at the end. */
  record Reports(
      Optional<Path> json,
      Optional<Path> xunit,
      Optional<Path> resultDb,
      Optional<Path> timeTrace,
      boolean histogram,
      boolean recordTimes) {}

  /**
   * What else is special.
   *
   * @param execute whether tests are run at all
   * @param isolated whether in-process commands are started as processes
   * @param ignoreFail whether failures do not count
   * @param update whether CHECK lines are written anew
   * @param updateAttributes whether those lines show attributes
   * @param coverage whether each command has an {@code LLVM_PROFILE_FILE} of its own
   * @param valgrind what programs are started with; empty for nothing
   * @param path folders in front of the tests' {@code PATH}
   */
  record Mode(
      boolean execute,
      boolean isolated,
      boolean ignoreFail,
      boolean update,
      boolean updateAttributes,
      boolean coverage,
      ImmutableList<String> valgrind,
      String path) {}
}
