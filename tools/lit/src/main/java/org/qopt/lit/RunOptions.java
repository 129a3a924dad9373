package org.qopt.lit;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How the tests of a run are run, beside what their configurations say.
 *
 * @param execute whether they are run at all; if not, they pass
 * @param coverage whether each command has an {@code LLVM_PROFILE_FILE} of its own
 * @param valgrind what programs are started with; empty for nothing
 * @param isolated whether in-process commands that can be are started as processes
 * @param timeout the time that a test may take, instead of what its configuration says; zero for
 *     any
 * @param path folders in front of the environment's {@code PATH}
 * @param environment the environment of the run
 */
record RunOptions(
    boolean execute,
    boolean coverage,
    ImmutableList<String> valgrind,
    boolean isolated,
    Optional<Duration> timeout,
    String path,
    ImmutableMap<String, String> environment) {

  /** {@return options for a test on its own} */
  static RunOptions simple() {
    return new RunOptions(
        true,
        false,
        ImmutableList.of(),
        false,
        Optional.empty(),
        "",
        ImmutableMap.copyOf(System.getenv()));
  }

  /** {@return these options with a folder for temporary files} */
  RunOptions withTemporaryFolder(Path folder) {
    Map<String, String> changed = new TreeMap<>(environment);
    for (String name : new String[] {"TMP", "TMPDIR", "TEMP", "TEMPDIR"}) {
      changed.put(name, folder.toString());
    }
    return new RunOptions(
        execute, coverage, valgrind, isolated, timeout, path, ImmutableMap.copyOf(changed));
  }

  Optional<Duration> timeout(TestConfig config) {
    return timeout.or(() -> config.rules().timeout()).filter(time -> !time.isZero());
  }
}
