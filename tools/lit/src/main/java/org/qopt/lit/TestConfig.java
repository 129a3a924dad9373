package org.qopt.lit;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/**
 * How the tests of a folder are run. The folder's file refines what its parent says.
 *
 * @param suite the name of the suite, in front of every test's name
 * @param sourceRoot the folder that holds the suite
 * @param outputRoot the folder in which tests run and write
 * @param suffixes how the names of tests end
 * @param excludes names of files and folders that hold no tests
 * @param features what {@code REQUIRES} and the like may ask for
 * @param substitutions what is replaced in commands, in order
 * @param environment environment variables of the tests
 * @param commands commands that run in process
 * @param timeout the time that a test may take
 * @param unsupported whether the folder's tests are not run at all
 */
public record TestConfig(
    String suite,
    Path sourceRoot,
    Path outputRoot,
    Set<String> suffixes,
    Set<String> excludes,
    Set<String> features,
    SequencedMap<String, String> substitutions,
    Map<String, String> environment,
    Map<String, Command> commands,
    Optional<Duration> timeout,
    boolean unsupported) {

  /** {@return a configuration that finds no tests yet} */
  static TestConfig root(Path folder) {
    return new TestConfig(
        folder.getFileName().toString(),
        folder,
        folder,
        Set.of(),
        Set.of("Output", "Inputs"),
        Set.of(),
        new LinkedHashMap<>(),
        Map.of(),
        Map.of(),
        Optional.empty(),
        false);
  }

  /** {@return this configuration with further in-process commands} */
  public TestConfig withCommands(Map<String, Command> more) {
    Map<String, Command> all = new LinkedHashMap<>(commands);
    all.putAll(more);
    return new TestConfig(
        suite,
        sourceRoot,
        outputRoot,
        suffixes,
        excludes,
        features,
        substitutions,
        environment,
        all,
        timeout,
        unsupported);
  }

  /** {@return this configuration with another timeout} */
  TestConfig withTimeout(Duration other) {
    return new TestConfig(
        suite,
        sourceRoot,
        outputRoot,
        suffixes,
        excludes,
        features,
        substitutions,
        environment,
        commands,
        Optional.of(other),
        unsupported);
  }

  /** {@return whether a file of this name is a test} */
  boolean isTest(String name) {
    return !name.startsWith(".")
        && !excludes.contains(name)
        && suffixes.stream().anyMatch(name::endsWith);
  }

  /** {@return whether a folder of this name may hold tests} */
  boolean isSearched(String name) {
    return !name.startsWith(".") && !excludes.contains(name);
  }

  static Set<String> union(Set<String> first, List<String> second) {
    Set<String> all = new LinkedHashSet<>(first);
    all.addAll(second);
    return all;
  }
}
