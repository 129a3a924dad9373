package org.qopt.lit.update;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.nio.file.Path;

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
    ImmutableMap<String, String> environment) {}
