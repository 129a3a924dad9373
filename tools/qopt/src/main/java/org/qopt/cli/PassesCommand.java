package org.qopt.cli;

import java.util.List;
import org.qopt.cli.args.Arguments;
import org.qopt.cli.args.Flag;
import org.qopt.pass.PassInfo;
import org.qopt.pass.PassRegistry;

/** {@code qopt passes}: lists the passes. */
public final class PassesCommand implements Command {
  @Override
  public String name() {
    return "passes";
  }

  @Override
  public Usage usage() {
    return new Usage("qopt passes [NAME]", "lists the passes, or says all about one");
  }

  @Override
  public List<Flag> flags() {
    return List.of();
  }

  @Override
  public int run(Arguments arguments, CliIo io) {
    PassRegistry passes = PassRegistry.load();
    if (arguments.positional().isEmpty()) {
      io.out().print(list(passes));
      return ExitStatus.DONE;
    }
    String name = arguments.only("pass");
    PassInfo info =
        passes
            .find(name)
            .orElseThrow(() -> Unknown.name("pass", name, passes.all().keySet()))
            .info();
    io.out().print("%s: %s (runs on %s)\n\n".formatted(info.name(), info.summary(), info.anchor()));
    io.out().print(info.description().strip() + "\n");
    info.options()
        .forEach((option, text) -> io.out().print("\n  %s: %s\n".formatted(option, text)));
    return ExitStatus.DONE;
  }

  /** {@return every pass with its summary, a line each} */
  public static String list(PassRegistry passes) {
    StringBuilder out = new StringBuilder();
    passes
        .all()
        .forEach((name, pass) -> out.append("%-24s%s\n".formatted(name, pass.info().summary())));
    return out.toString();
  }
}
