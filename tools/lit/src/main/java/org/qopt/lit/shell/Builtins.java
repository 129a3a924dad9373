package org.qopt.lit.shell;

import com.google.common.collect.ImmutableMap;
import org.qopt.lit.Command;

/** The commands that every shell has and that may be part of a pipeline. */
final class Builtins {
  static final ImmutableMap<String, Command> ALL =
      ImmutableMap.of(
          "echo", new Echo(true),
          "cat", new Cat(),
          "diff", new Diff(),
          "count", new Count(),
          "true", (_, _) -> 0,
          "false", (_, _) -> 1);

  private Builtins() {}
}
