package org.qopt.cli.opt;

import java.util.List;
import org.qopt.cli.CliIo;
import org.qopt.cli.Command;
import org.qopt.cli.ExitStatus;
import org.qopt.cli.PassesCommand;
import org.qopt.cli.Reports;
import org.qopt.cli.args.Arguments;
import org.qopt.cli.args.Flag;
import org.qopt.cli.model.ModelFiles;
import org.qopt.ir.Dialects;
import org.qopt.ir.Program;
import org.qopt.ir.diagnostic.InvalidInputException;
import org.qopt.pass.PassRegistry;
import org.qopt.pass.Pipeline;
import org.qopt.target.Targets;

/** {@code qopt INPUT -o OUTPUT}: a program in, a program out. */
public final class OptCommand implements Command {
  /** The command. */
  public OptCommand() {}

  @Override
  public String name() {
    return "";
  }

  @Override
  public Usage usage() {
    return new Usage(
        "qopt [FLAGS] INPUT [-o OUTPUT]", "reads a program, runs passes on it and writes it");
  }

  @Override
  public List<Flag> flags() {
    return OptFlags.load();
  }

  @Override
  public List<Flag> ownFlags() {
    return OptFlags.fixed();
  }

  @Override
  public int run(Arguments arguments, CliIo io) {
    Dialects dialects = Dialects.load();
    if (arguments.has("list-passes")) {
      io.out().print(PassesCommand.list(PassRegistry.load()));
      return ExitStatus.DONE;
    }
    if (arguments.has("show-dialects")) {
      io.out().print("Available Dialects: " + String.join(", ", dialects.all().keySet()) + "\n");
      return ExitStatus.DONE;
    }
    ProgramOutput output = ProgramOutput.of(arguments, io);
    Pipeline pipeline = Pipeline.EMPTY;
    if (PipelineFlags.anyIn(arguments)) {
      TargetFlags.check(arguments, Targets.load(), output.format());
      pipeline = PipelineFlags.of(arguments, PassRegistry.load(), Targets.load());
      PipelineAnchors.check(pipeline, dialects);
    }
    if (arguments.has("dump-pass-pipeline")) {
      io.err()
          .print(
              "Pass Manager with %d passes:\n%s\n\n".formatted(pipeline.stages().size(), pipeline));
    }
    String file = arguments.positional().isEmpty() ? "-" : arguments.only("program");
    Instruments instruments = Instruments.of(arguments, output.options(), io);
    OptRun run = new OptRun(arguments, dialects, pipeline, instruments, io);
    try {
      return PieceWork.isAskedFor(arguments)
          ? new PieceWork(arguments, dialects, run, output, instruments, io)
              .run(ModelFiles.text(file, io))
          : whole(file, arguments, dialects, run, output, instruments, io);
    } catch (InvalidInputException e) {
      endAfter(e, instruments);
      throw e;
    } finally {
      io.err().print(instruments.report());
    }
  }

  // Why a pass failed is what remarks are for; that they cannot be kept is then the lesser fault.
  private static void endAfter(InvalidInputException failure, Instruments instruments) {
    try {
      instruments.end();
    } catch (InvalidInputException e) {
      failure.addSuppressed(e);
    }
  }

  private static int whole(
      String file,
      Arguments arguments,
      Dialects dialects,
      OptRun run,
      ProgramOutput output,
      Instruments instruments,
      CliIo io) {
    Reports reports = Reports.of(arguments, io);
    instruments.start("Parser");
    Program program = ModelFiles.read(file, arguments, dialects, io);
    instruments.stop();
    RoundTrip.verify(program, dialects, arguments);
    Program done = run.run(program, remark -> reports.print(List.of(remark)));
    instruments.end();
    instruments.start("Output");
    output.write(done);
    instruments.stop();
    return ExitStatus.DONE;
  }
}
