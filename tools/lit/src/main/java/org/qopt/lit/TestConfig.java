package org.qopt.lit;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.qopt.lit.script.Substitution;

/**
 * How the tests of a folder are run. The folder's file refines what its parent says.
 *
 * @param parameters what configuration files may refer to
 * @param suite what the suite is called and where it is
 * @param selection which files are tests
 * @param features what {@code REQUIRES} and the like may ask for
 * @param substitutions what is replaced in commands, in order
 * @param environment environment variables of the tests
 * @param path folders in front of the environment's {@code PATH}
 * @param commands commands that run in process
 * @param rules when tests run and when they fail
 */
public record TestConfig(
    Parameters parameters,
    Suite suite,
    Selection selection,
    ImmutableSet<String> features,
    ImmutableList<Substitution> substitutions,
    ImmutableMap<String, String> environment,
    ImmutableList<Path> path,
    ImmutableMap<String, Command> commands,
    Rules rules) {

  /**
   * A suite.
   *
   * @param name what stands in front of every test's name
   * @param sourceRoot the folder that holds it
   * @param outputRoot the folder in which its tests run and write
   */
  public record Suite(String name, Path sourceRoot, Path outputRoot) {}

  /**
   * Which files are tests.
   *
   * @param suffixes how their names end
   * @param excludes names of files and folders that hold none
   * @param standalone whether they are run only when they are named
   */
  public record Selection(
      ImmutableSet<String> suffixes, ImmutableSet<String> excludes, boolean standalone) {

    /** {@return whether a file of this name is a test} */
    boolean isTest(String name) {
      return !name.startsWith(".")
          && !excludes.contains(name)
          && suffixes.stream().anyMatch(name::endsWith);
    }

    /** {@return whether a folder of this name may hold tests} */
    boolean isSearched(String name) {
      return !excludes.contains(name);
    }
  }

  /**
   * When tests run and when they fail.
   *
   * @param unsupported whether they are not run at all
   * @param timeout the time that one may take
   * @param retries how often one is run again after a failure
   * @param recursionLimit how often what was replaced is looked through for more to replace
   * @param pipefail whether a pipeline fails when any of its commands does
   * @param limitToFeatures if not empty, only tests that require one of these are run
   * @param parallelismGroup the group of which only some run at a time; empty for none
   * @param groupSizes how many tests of a group run at a time
   * @param checks what makes a test that passes a dead one
   */
  public record Rules(
      boolean unsupported,
      Optional<Duration> timeout,
      int retries,
      OptionalInt recursionLimit,
      boolean pipefail,
      ImmutableSet<String> limitToFeatures,
      String parallelismGroup,
      ImmutableMap<String, Integer> groupSizes,
      Checks checks) {}

  /**
   * What makes a test that passes a dead one.
   *
   * @param deadTestsFail whether it fails then
   * @param watched programs, besides the in-process commands, whose output must be checked
   * @param strictDirectives whether {@code filecheck} refuses what is almost a directive
   */
  public record Checks(
      boolean deadTestsFail, ImmutableSet<String> watched, boolean strictDirectives) {}

  /** {@return a configuration that finds no tests yet} */
  static TestConfig root(Path folder, ImmutableSet<String> features) {
    Path name = folder.getFileName();
    return new TestConfig(
        Parameters.NONE,
        new Suite(name == null ? "" : name.toString(), folder, folder),
        new Selection(
            ImmutableSet.of(), ImmutableSet.of("Output", "Inputs", ".git", ".svn"), false),
        features,
        ImmutableList.of(),
        ImmutableMap.of(),
        ImmutableList.of(),
        ImmutableMap.of(),
        new Rules(
            false,
            Optional.empty(),
            0,
            OptionalInt.empty(),
            true,
            ImmutableSet.of(),
            "",
            ImmutableMap.of(),
            new Checks(true, ImmutableSet.of(), true)));
  }

  /** {@return this configuration with further in-process commands} */
  public TestConfig withCommands(Map<String, Command> more) {
    ImmutableMap<String, Command> all =
        ImmutableMap.<String, Command>builder().putAll(commands).putAll(more).buildKeepingLast();
    return new TestConfig(
        parameters, suite, selection, features, substitutions, environment, path, all, rules);
  }
}
