package org.qopt.cli;

import java.util.List;
import org.qopt.lit.Command;
import org.qopt.lit.CommandIo;

/** {@code qopt} as a command that lit calls in its own process. */
public final class QoptCommand implements Command {
  @Override
  public int run(List<String> arguments, CommandIo io) {
    return Qopt.run(arguments, new CliIo(io.in(), io.out(), io.err(), io.directory(), false));
  }
}
