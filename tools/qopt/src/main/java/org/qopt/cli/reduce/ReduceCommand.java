package org.qopt.cli.reduce;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.qopt.cli.CliIo;
import org.qopt.cli.Command;
import org.qopt.cli.CommonFlags;
import org.qopt.cli.ExitStatus;
import org.qopt.cli.UsageException;
import org.qopt.cli.args.Arguments;
import org.qopt.cli.args.Flag;
import org.qopt.cli.model.ModelFiles;
import org.qopt.cli.opt.ProgramOutput;
import org.qopt.cli.reduce.move.Moves;
import org.qopt.ir.Dialects;
import org.qopt.ir.Operation;
import org.qopt.ir.Program;
import org.qopt.ir.diagnostic.InvalidInputException;
import org.qopt.parser.io.FileFaults;
import org.qopt.parser.qir.QirReader;

/** {@code qopt reduce}: shrinks a program while a test still finds in it what it looks for. */
public final class ReduceCommand implements Command {
  /** The command. */
  public ReduceCommand() {}

  @Override
  public String name() {
    return "reduce";
  }

  @Override
  public Usage usage() {
    return new Usage(
        "qopt reduce PROGRAM --test=SCRIPT | --passes-fail=PIPELINE [-o OUTPUT]",
        "shrinks a program while a test still finds in it what it looks for");
  }

  @Override
  public List<Flag> flags() {
    return ReduceFlags.ALL;
  }

  @Override
  public int run(Arguments arguments, CliIo io) {
    ReduceFlags flags = new ReduceFlags(arguments, io);
    String file = arguments.only("program");
    Budget budget = flags.budget();
    ProgramOutput output = ProgramOutput.ofText(arguments, io);
    checkIsAnother(file, CommonFlags.output(arguments), io);
    Dialects dialects = Dialects.load();
    try (ProgramFiles files = ProgramFiles.create(output.options().generic())) {
      Interest interest = flags.interest(files, dialects);
      Program program = read(file, arguments, dialects, io);
      if (!interest.isIn(program)) {
        throw new InvalidInputException(program.module().reportLocation(), interest.absence());
      }
      Program reduced = reduce(program, interest, flags, budget, io);
      output.write(reduced);
      io.err().print(summary(program, reduced, budget));
    }
    return ExitStatus.DONE;
  }

  private static Program reduce(
      Program program, Interest interest, ReduceFlags flags, Budget budget, CliIo io) {
    try (Candidates candidates =
        new Candidates(interest, flags.allowInvalid(), flags.testsAtOnce())) {
      return new Reducer(Moves.ALL, candidates, budget, io).reduce(program);
    }
  }

  private static Program read(String file, Arguments arguments, Dialects dialects, CliIo io) {
    boolean text = ModelFiles.format(file, arguments) == ModelFiles.Format.QIR;
    return text && arguments.has(ReduceFlags.ALLOW_INVALID)
        ? QirReader.read(ModelFiles.text(file, io), dialects, ModelFiles.readOptions(arguments))
        : ModelFiles.read(file, arguments, dialects, io);
  }

  private static void checkIsAnother(String input, String output, CliIo io) {
    if (input.equals("-") || output.equals("-")) {
      return;
    }
    try {
      if (Files.exists(io.resolve(output))
          && Files.exists(io.resolve(input))
          && Files.isSameFile(io.resolve(input), io.resolve(output))) {
        throw new UsageException("-o names the program itself, which is to stay as it is");
      }
    } catch (IOException e) {
      throw FileFaults.reading(input, e);
    }
  }

  private static String summary(Program before, Program after, Budget budget) {
    return "reduced %d operations to %d in %d tests%s\n"
        .formatted(
            count(before.module()),
            count(after.module()),
            budget.tests(),
            budget.isSpent() ? "; stopped by the limit, so it may not be the smallest" : "");
  }

  // The module itself is no achievement.
  private static long count(Operation module) {
    long[] count = {-1};
    module.walk(_ -> count[0]++);
    return count[0];
  }
}
