package org.qopt.cli;

import java.util.List;
import org.qopt.cli.args.Arguments;
import org.qopt.cli.args.Flag;
import org.qopt.pass.NamedPipeline;
import org.qopt.pass.PassInfo;
import org.qopt.pass.PassRegistry;

/** {@code qopt passes}: lists the passes and pipelines. */
public final class PassesCommand implements Command {
  @Override
  public String name() {
    return "passes";
  }

  @Override
  public Usage usage() {
    return new Usage("qopt passes [NAME]", "lists the passes and pipelines, or says all about one");
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
    NamedPipeline pipeline = passes.pipelines().get(name);
    if (pipeline != null) {
      io.out().print("%s: %s\n\n%s\n".formatted(name, pipeline.summary(), pipeline.text().strip()));
      return ExitStatus.DONE;
    }
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

  /** {@return every pass and pipeline with its summary, a line each} */
  public static String list(PassRegistry passes) {
    String list = Columns.of("", passes.all(), pass -> pass.info().summary());
    return passes.pipelines().isEmpty()
        ? list
        : list + "\npipelines\n" + Columns.of("", passes.pipelines(), NamedPipeline::summary);
  }
}
