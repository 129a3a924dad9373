package org.qopt.cli;

import java.util.List;
import java.util.Optional;
import org.qopt.cli.args.Arguments;
import org.qopt.cli.args.Flag;
import org.qopt.cli.compare.Comparer;
import org.qopt.cli.compare.ComparisonResult;
import org.qopt.cli.compare.Gate;
import org.qopt.cli.model.Model;
import org.qopt.cli.model.ModelFiles;
import org.qopt.ir.diagnostic.Diagnostic;
import org.qopt.ir.diagnostic.DiagnosticKind;
import org.qopt.ir.location.UnknownLocation;

/** {@code qopt compare}: says how close one program is to another. */
final class CompareCommand implements Command {
  @Override
  public String name() {
    return "compare";
  }

  @Override
  public Usage usage() {
    return new Usage(
        "qopt compare REFERENCE CANDIDATE --data=FILE [--labels=FILE]",
        "says how close the candidate is to the reference");
  }

  @Override
  public List<Flag> flags() {
    return List.of(
        Flag.of("data", "FILE", "samples: .npy, .npz or a folder of them; may be repeated"),
        Flag.of("labels", "FILE.npy", "the right class of each sample"),
        Flag.of("per-layer", "shows each value that both programs have"),
        Flag.of("json", "FILE", "writes the result as JSON; - is standard output"),
        Flag.of("min-sqnr", "DB", "fails if an output's SQNR is lower"),
        Flag.of("min-agreement", "A", "fails if fewer samples get the same class (0 to 1)"),
        Flag.of("min-top1", "A", "fails if the candidate is right less often (0 to 1)"),
        CommonFlags.THREADS,
        CommonFlags.FROM,
        CommonFlags.INPUT_SHAPE);
  }

  @Override
  public int run(Arguments arguments, CliIo io) {
    List<String> files = arguments.positional();
    if (files.size() != 2 || !arguments.has("data")) {
      throw new UsageException("compare needs REFERENCE CANDIDATE --data=FILE");
    }
    Gate gate =
        new Gate(
            arguments.real("min-sqnr"),
            arguments.real("min-agreement"),
            arguments.real("min-top1"));
    Optional<String> labels = arguments.value("labels");
    if (gate.minTop1().isPresent() && labels.isEmpty()) {
      throw new UsageException("--min-top1 needs --labels=FILE");
    }
    Model reference = ModelFiles.model(files.get(0), arguments, io);
    Model candidate = ModelFiles.model(files.get(1), arguments, io);
    Comparer comparer =
        new Comparer(
            reference, candidate, arguments.has("per-layer"), CommonFlags.threads(arguments));
    ComparisonResult result = comparer.run(arguments.values("data"), labels, io);
    write(result, arguments, io);
    List<String> failures = gate.failures(result);
    List<Diagnostic> errors =
        failures.stream()
            .map(
                failure ->
                    Diagnostic.error(UnknownLocation.UNKNOWN, failure).as(DiagnosticKind.GATE))
            .toList();
    new Reports(files.get(1), 0, io).print(errors);
    return failures.isEmpty() ? 0 : 1;
  }

  private static void write(ComparisonResult result, Arguments arguments, CliIo io) {
    boolean perLayer = arguments.has("per-layer");
    Optional<String> json = arguments.value("json");
    json.ifPresent(file -> Outputs.writeText(file, result.toJson(perLayer), io));
    if (!json.equals(Optional.of("-"))) {
      io.out().print(result.toText(perLayer));
    }
  }
}
