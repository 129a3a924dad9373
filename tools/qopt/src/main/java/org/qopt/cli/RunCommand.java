package org.qopt.cli;

import java.util.List;
import java.util.Optional;
import org.qopt.cli.args.Arguments;
import org.qopt.cli.args.Flag;
import org.qopt.cli.data.SampleFiles;
import org.qopt.cli.data.Samples;
import org.qopt.cli.model.Model;
import org.qopt.cli.model.ModelFiles;
import org.qopt.cli.run.ResultSink;
import org.qopt.cli.run.RunLoop;

/** {@code qopt run}: interprets a program over samples. */
final class RunCommand implements Command {
  @Override
  public String name() {
    return "run";
  }

  @Override
  public Usage usage() {
    return new Usage(
        "qopt run MODEL [--input=[NAME=]FILE] [--output=FILE.npy|.npz]",
        "interprets a program, float or legal, over every sample");
  }

  @Override
  public List<Flag> flags() {
    return List.of(
        Flag.of("input", "[NAME=]FILE", "samples: .npy or .npz; may be repeated, once per input"),
        Flag.of("output", "FILE", "where results go: .npy (first output) or .npz; else printed"),
        Flag.of("raw", "takes and gives what is stored: integers, or mantissas and NAME.exponent"),
        Flag.of("dump-values", "FILE.npz", "stores every value of the first sample by name"),
        CommonFlags.THREADS,
        CommonFlags.FROM,
        CommonFlags.INPUT_SHAPE);
  }

  @Override
  public int run(Arguments arguments, CliIo io) {
    Model model = ModelFiles.model(arguments.only("model"), arguments, io);
    RunLoop loop = new RunLoop(model, arguments.has("raw"), CommonFlags.threads(arguments), io);
    Optional<String> dump = arguments.value("dump-values");
    List<String> inputs = arguments.values("input");
    if (inputs.isEmpty() && !model.inputs().isEmpty()) {
      throw new UsageException(
          "run needs --input=FILE for "
              + model.inputs().stream().map(input -> '"' + input.name() + '"').toList());
    }
    try (ResultSink sink = ResultSink.of(arguments.value("output"), model, loop.raw(), io)) {
      if (model.inputs().isEmpty()) {
        loop.once(sink, dump);
      } else {
        try (Samples samples = SampleFiles.perInput(io, model.inputs(loop.raw()), inputs)) {
          loop.over(samples, sink, dump);
        }
      }
      sink.finish();
    }
    return 0;
  }
}
