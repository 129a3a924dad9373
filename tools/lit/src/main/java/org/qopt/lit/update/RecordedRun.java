package org.qopt.lit.update;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.nio.file.Path;
import java.util.Map;

/**
 * A call of {@code filecheck} on the test, and what it was to check.
 *
 * @param name how the program was called
 * @param prefixes the prefixes that it asked for
 * @param flags its other flags
 * @param input what it was to check
 * @param directory where it ran
 * @param environment what it saw of the environment
 */
public record RecordedRun(
    String name,
    ImmutableList<String> prefixes,
    ImmutableList<String> flags,
    byte[] input,
    Path directory,
    ImmutableMap<String, String> environment) {

  /** {@return the same call with string variables that are defined already} */
  RecordedRun withDefinitions(Map<String, String> variables) {
    ImmutableList.Builder<String> all = ImmutableList.<String>builder().addAll(flags);
    variables.forEach((name, value) -> all.add("-D" + name + "=" + value));
    return new RecordedRun(name, prefixes, all.build(), input, directory, environment);
  }
}
