package org.qopt.cli.opt;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.qopt.cli.CliIo;
import org.qopt.cli.args.Arguments;
import org.qopt.ir.Cloner;
import org.qopt.ir.Operation;
import org.qopt.ir.Program;
import org.qopt.ir.diagnostic.Diagnostic;
import org.qopt.ir.diagnostic.InvalidInputException;
import org.qopt.ir.location.UnknownLocation;
import org.qopt.parser.qir.QirWriter;
import org.qopt.parser.qir.Reproducer;
import org.qopt.pass.PassInstrumentation;
import org.qopt.pass.PassRun;

/**
 * Keeps a program as it is before its passes run, and writes it with them to a file when one fails.
 */
final class CrashReproducer implements PassInstrumentation {
  static final String FLAG = "mlir-pass-pipeline-crash-reproducer";

  private final Program before;
  private final Reproducer passes;
  private final String file;
  private final CliIo io;
  private Optional<PassRun> failed = Optional.empty();

  private CrashReproducer(Program before, Reproducer passes, String file, CliIo io) {
    this.before = before;
    this.passes = passes;
    this.file = file;
    this.io = io;
  }

  /** {@return what keeps {@code program}, if the flags ask for it} */
  static Optional<CrashReproducer> of(
      Arguments arguments, Program program, PassPlan plan, CliIo io) {
    return arguments
        .value(FLAG)
        .map(
            file ->
                new CrashReproducer(
                    program.withModule(Cloner.copyOf(program.module())),
                    new Reproducer(plan.pipeline().toString(), true, plan.eachVerified()),
                    file,
                    io));
  }

  @Override
  public void afterPassFailed(PassRun run, InvalidInputException failure) {
    failed = Optional.of(run);
  }

  /**
   * Writes the file.
   *
   * @return {@code failure}, its last diagnostic with a note that names the pass and the file, or
   *     says why there is none
   */
  InvalidInputException explain(InvalidInputException failure) {
    ImmutableList<Diagnostic> all = failure.diagnostics();
    Diagnostic last = all.getLast().withNote(UnknownLocation.UNKNOWN, "pipeline failed" + write());
    InvalidInputException explained =
        new InvalidInputException(
            ImmutableList.<Diagnostic>builder()
                .addAll(all.subList(0, all.size() - 1))
                .add(last)
                .build());
    explained.initCause(failure);
    return explained;
  }

  private String write() {
    String where = failed.map(CrashReproducer::describe).orElse("");
    try {
      QirWriter.writeFile(before.withTrailer(passes.addTo(before.trailer())), io.resolve(file));
      return "%s: reproducer written to '%s', for --run-reproducer".formatted(where, file);
    } catch (InvalidInputException e) {
      return "%s: no reproducer: %s".formatted(where, e.diagnostics().getFirst().message());
    }
  }

  private static String describe(PassRun run) {
    Operation operation = run.operation();
    return " in pass '%s' on '%s'".formatted(run.pass().info().name(), operation.name());
  }
}
