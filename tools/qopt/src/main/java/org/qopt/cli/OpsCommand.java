package org.qopt.cli;

import com.google.common.collect.Maps;
import java.util.List;
import org.qopt.cli.args.Arguments;
import org.qopt.cli.args.Flag;
import org.qopt.ir.Dialect;
import org.qopt.ir.Dialects;
import org.qopt.ir.op.OpDef;

/** {@code qopt ops}: lists the operations, or documents one. */
final class OpsCommand implements Command {
  @Override
  public String name() {
    return "ops";
  }

  @Override
  public Usage usage() {
    return new Usage("qopt ops [NAME]", "lists the operations, or says all about one");
  }

  @Override
  public List<Flag> flags() {
    return List.of();
  }

  @Override
  public int run(Arguments arguments, CliIo io) {
    Dialects dialects = Dialects.load();
    if (arguments.positional().isEmpty()) {
      dialects.all().values().forEach(dialect -> list(dialect, io));
      return ExitStatus.DONE;
    }
    String name = arguments.only("operation");
    OpDef op =
        dialects
            .op(name)
            .orElseThrow(() -> Unknown.name("operation", name, dialects.ops().keySet()));
    io.out().print(OpText.of(op));
    return ExitStatus.DONE;
  }

  private static void list(Dialect dialect, CliIo io) {
    io.out().print("%s: %s\n".formatted(dialect.name(), dialect.description()));
    io.out().print(Columns.of("  ", Maps.uniqueIndex(dialect.ops(), OpDef::name), OpDef::summary));
    io.out().print("\n");
  }
}
