package org.qopt.lit.shell;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import org.qopt.lit.Command;

/**
 * What a shell may call, and how.
 *
 * @param commands commands that run in this process, by name
 * @param isolated whether those that can be are started as processes of their own
 * @param starter what programs that are no commands are started with; empty for nothing
 * @param pipefail whether a pipeline fails when any of its commands does, not only the last
 * @param strictDirectives whether {@code filecheck} refuses what is almost a directive
 */
public record ShellOptions(
    ImmutableMap<String, Command> commands,
    boolean isolated,
    ImmutableList<String> starter,
    boolean pipefail,
    boolean strictDirectives) {}
