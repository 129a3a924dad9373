package org.qopt.cli.opt;

import com.google.common.collect.ImmutableList;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.qopt.cli.CliIo;
import org.qopt.cli.args.Arguments;
import org.qopt.ir.Cloner;
import org.qopt.ir.Operation;
import org.qopt.ir.Program;
import org.qopt.ir.attribute.StringAttr;
import org.qopt.ir.diagnostic.Diagnostic;
import org.qopt.ir.diagnostic.Diagnostics;
import org.qopt.ir.diagnostic.InvalidInputException;
import org.qopt.ir.location.UnknownLocation;
import org.qopt.ir.print.PrintOptions;
import org.qopt.ir.verify.Verifier;
import org.qopt.parser.qir.QirWriter;
import org.qopt.parser.qir.Reproducer;
import org.qopt.pass.PassInstrumentation;
import org.qopt.pass.PassRun;
import org.qopt.pass.PassStage;

/**
 * Keeps a program as it is before its passes run, or before each of them, and writes it with them
 * to a file when one fails.
 */
final class CrashReproducer implements PassInstrumentation {
  static final String FLAG = "mlir-pass-pipeline-crash-reproducer";
  static final String LOCAL = "mlir-pass-pipeline-local-reproducer";
  static final String ALWAYS = "mlir-generate-reproducer";

  private final Program program;
  private final Reproducer passes;
  private final boolean local;
  private final String file;
  private final CliIo io;
  private final Map<InvalidInputException, PassRun> failed = new ConcurrentHashMap<>();
  private Optional<PassRun> abandoned = Optional.empty();
  private Kept kept;

  /** A copy of a module, and what is to run on it. */
  private record Kept(Operation module, String pipeline) {}

  private CrashReproducer(
      Program program, Reproducer passes, boolean local, String file, CliIo io) {
    this.program = program;
    this.passes = passes;
    this.local = local;
    this.file = file;
    this.io = io;
    this.kept = new Kept(Cloner.copyOf(program.module()), passes.pipeline());
  }

  /** {@return what keeps {@code program}, if the flags ask for it} */
  static Optional<CrashReproducer> of(
      Arguments arguments, Program program, PassPlan plan, CliIo io) {
    return arguments
        .value(FLAG)
        .map(
            file ->
                new CrashReproducer(program, plan.reproducer(), arguments.has(LOCAL), file, io));
  }

  /**
   * Writes the program with its passes if the flags ask for that, whatever becomes of them.
   *
   * @throws InvalidInputException if the file cannot be written
   */
  static void writeIfAsked(Arguments arguments, Program program, PassPlan plan, CliIo io) {
    arguments
        .value(ALWAYS)
        .ifPresent(
            file ->
                QirWriter.writeFile(
                    program.withTrailer(plan.reproducer().addTo(program.trailer())),
                    io.resolve(file)));
  }

  /** A copy of the whole before each pass is one of a program that nobody changes meanwhile. */
  @Override
  public boolean isConcurrent() {
    return !local;
  }

  @Override
  public void beforePass(PassRun run) {
    if (local) {
      kept = new Kept(Cloner.copyOf(program.module()), alone(run));
    }
  }

  // The pass, nested as what it runs on is.
  private static String alone(PassRun run) {
    String text = new PassStage(run.pass()).toString();
    for (Optional<Operation> around = Optional.of(run.operation());
        around.isPresent();
        around = around.get().parentOp()) {
      text = around.get().name() + "(" + text + ")";
    }
    return text;
  }

  @Override
  public void afterPassFailed(PassRun run, InvalidInputException failure) {
    failed.put(failure, run);
  }

  @Override
  public void abandoned(PassRun run) {
    abandoned = Optional.of(run);
  }

  /**
   * Writes the file.
   *
   * @return {@code failure}, its last diagnostic with a note that names the pass and the file, or
   *     says why there is none
   */
  InvalidInputException explain(InvalidInputException failure) {
    ImmutableList<Diagnostic> all = failure.diagnostics();
    Optional<PassRun> culprit = Optional.ofNullable(failed.get(failure)).or(() -> abandoned);
    Diagnostic last =
        all.getLast().withNote(UnknownLocation.UNKNOWN, "pipeline failed" + write(culprit));
    InvalidInputException explained =
        new InvalidInputException(
            ImmutableList.<Diagnostic>builder()
                .addAll(all.subList(0, all.size() - 1))
                .add(last)
                .build());
    explained.initCause(failure);
    return explained;
  }

  private String write(Optional<PassRun> culprit) {
    String where = culprit.map(CrashReproducer::describe).orElse("");
    try {
      writeKept();
      return "%s: reproducer written to '%s', for --run-reproducer".formatted(where, file);
    } catch (InvalidInputException e) {
      return "%s: no reproducer: %s".formatted(where, e.diagnostics().getFirst().message());
    } catch (RuntimeException e) {
      return "%s: no reproducer: the program cannot be written: %s".formatted(where, e);
    }
  }

  private void writeKept() {
    Reproducer stored =
        new Reproducer(kept.pipeline(), passes.disableThreading(), passes.verifyEach());
    Program copy = program.withModule(kept.module()).withTrailer(stored.addTo(program.trailer()));
    Diagnostics faults = new Diagnostics();
    Verifier.verify(kept.module(), faults);
    if (faults.hasErrors()) {
      // Of an invalid operation only the generic form says all that there is.
      QirWriter.writeFile(copy, io.resolve(file), PrintOptions.GENERIC.withLocations(true));
    } else {
      QirWriter.writeFile(copy, io.resolve(file));
    }
  }

  private static String describe(PassRun run) {
    Operation operation = run.operation();
    String symbol =
        operation
            .attribute("sym_name", StringAttr.class)
            .map(name -> ": @" + name.value())
            .orElse("");
    return " in pass '%s' on '%s'%s".formatted(run.pass().info().name(), operation.name(), symbol);
  }
}
