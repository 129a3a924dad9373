package org.qopt.cli;

import java.util.List;
import org.qopt.cli.args.Arguments;
import org.qopt.cli.args.Flag;
import org.qopt.target.Targets;

/** {@code qopt targets}: lists the targets and what they can run. */
final class TargetsCommand implements Command {
  @Override
  public String name() {
    return "targets";
  }

  @Override
  public Usage usage() {
    return new Usage("qopt targets", "lists the targets, and the operations that each can run");
  }

  @Override
  public List<Flag> flags() {
    return List.of();
  }

  @Override
  public int run(Arguments arguments, CliIo io) {
    if (!arguments.positional().isEmpty()) {
      throw new UsageException("targets takes no names, but got " + arguments.positional());
    }
    io.out().print(TargetText.of(Targets.load()));
    return ExitStatus.DONE;
  }
}
