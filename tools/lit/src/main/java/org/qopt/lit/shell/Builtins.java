package org.qopt.lit.shell;

import java.util.Map;
import org.qopt.lit.Command;

/** The commands that every shell has. */
final class Builtins {
  static final Map<String, Command> ALL =
      Map.of(
          "echo", new Echo(),
          "cat", new Cat(),
          "diff", new Diff(),
          "mkdir", new Mkdir(),
          "rm", new Rm(),
          "count", new Count(),
          "true", (_, _) -> 0,
          ":", (_, _) -> 0,
          "false", (_, _) -> 1);

  private Builtins() {}
}
