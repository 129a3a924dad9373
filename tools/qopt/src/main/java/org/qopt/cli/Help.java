package org.qopt.cli;

import java.util.List;
import org.qopt.cli.args.Flag;

/** What {@code --help} prints. */
final class Help {
  private Help() {}

  static String of(Command command, List<Command> all) {
    StringBuilder out = new StringBuilder();
    out.append(command.usage().synopsis()).append('\n');
    out.append("  ").append(command.usage().summary()).append("\n\nflags\n");
    for (Flag flag : command.flags()) {
      out.append(entry(flag.usage(), flag.help()));
    }
    if (command.name().isEmpty()) {
      out.append("\ncommands\n");
      for (Command other : all) {
        if (!other.name().isEmpty()) {
          out.append(entry("qopt " + other.name(), other.usage().summary()));
        }
      }
      out.append("\n'qopt COMMAND --help' tells more of each.\n");
    }
    return out.toString();
  }

  private static String entry(String name, String meaning) {
    String left = "  " + name;
    return left.length() < 34
        ? "%-34s%s\n".formatted(left, meaning)
        : left + "\n" + " ".repeat(34) + meaning + "\n";
  }
}
