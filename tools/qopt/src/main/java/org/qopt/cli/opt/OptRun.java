package org.qopt.cli.opt;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.qopt.cli.CliIo;
import org.qopt.cli.CommonFlags;
import org.qopt.cli.UsageException;
import org.qopt.cli.args.Arguments;
import org.qopt.cli.calibrate.CalibrationJson;
import org.qopt.cli.calibrate.CalibrationRun;
import org.qopt.cli.model.ModelFiles;
import org.qopt.ir.Dialects;
import org.qopt.ir.Operation;
import org.qopt.ir.Program;
import org.qopt.ir.diagnostic.DiagnosticSink;
import org.qopt.ir.diagnostic.InvalidInputException;
import org.qopt.ir.verify.Verifier;
import org.qopt.parser.io.FileFaults;
import org.qopt.parser.qir.Reproducer;
import org.qopt.pass.PassContext;
import org.qopt.pass.PassInstrumentation;
import org.qopt.pass.PassManager;
import org.qopt.pass.PassRegistry;
import org.qopt.pass.Pipeline;
import org.qopt.pass.TextFiles;
import org.qopt.pass.Verification;
import org.qopt.pass.remark.RemarkSink;
import org.qopt.passes.annotate.RecipeSource;
import org.qopt.passes.bind.CalibrationSource;
import org.qopt.passes.bind.CalibrationTable;
import org.qopt.rewrite.data.PatternSource;

/** Runs the passes that the flags ask for on one program. */
final class OptRun {
  private final Arguments arguments;
  private final Dialects dialects;
  private final Pipeline pipeline;
  private final Instruments instruments;
  private final CliIo io;
  private final boolean eachVerified;
  private final PatternSource rewrites;
  private final TextFiles files;
  private final int threads;
  private final Duration timeout;

  OptRun(
      Arguments arguments,
      Dialects dialects,
      Pipeline pipeline,
      Instruments instruments,
      CliIo io) {
    this.arguments = arguments;
    this.dialects = dialects;
    this.pipeline = pipeline;
    this.instruments = instruments;
    this.io = io;
    this.rewrites = new RewriteFiles(arguments, dialects, io);
    this.files = new WrittenFiles(io);
    this.eachVerified = arguments.isOn("verify-each", true);
    this.threads = threads(arguments);
    this.timeout = PassTimeout.of(arguments);
  }

  /**
   * Runs the passes and verifies the outcome.
   *
   * @param sink takes warnings and remarks
   * @return the program to go on with; its module is that of {@code program}
   * @throws InvalidInputException if a pass fails
   */
  Program run(Program program, DiagnosticSink sink) {
    if (!arguments.has(PassPlan.FLAG)) {
      run(program, new PassPlan(pipeline, eachVerified, threads), sink);
      return program;
    }
    PassPlan stored = PassPlan.stored(program, PassRegistry.load(), threads);
    Program alone = program.withTrailer(Reproducer.removedFrom(program.trailer()));
    run(alone, stored, sink);
    return alone;
  }

  private void run(Program program, PassPlan plan, DiagnosticSink sink) {
    CrashReproducer.writeIfAsked(arguments, program, plan, io);
    if (plan.pipeline().stages().isEmpty()) {
      return;
    }
    PassContext context = context(program, sink);
    Optional<CrashReproducer> reproducer = CrashReproducer.of(arguments, program, plan, io);
    PassManager manager =
        PassManager.of(plan.pipeline())
            .verifying(plan.eachVerified() ? Verifier::verify : Verification.NONE)
            .onThreads(plan.threads());
    if (timeout.isPositive()) {
      manager = manager.within(timeout);
    }
    for (PassInstrumentation instrument : instruments.all()) {
      manager = manager.instrumentedBy(instrument);
    }
    if (reproducer.isPresent()) {
      manager = manager.instrumentedBy(reproducer.get());
    }
    try {
      manager.run(program.module(), context);
      // Verifying one function does not ask whether calls of others still fit.
      boolean nested = plan.pipeline().stages().stream().anyMatch(Pipeline.class::isInstance);
      if (!plan.eachVerified() || nested) {
        ModelFiles.verify(program.module());
      }
    } catch (UncheckedIOException e) {
      throw FileFaults.writing(arguments.value(Instruments.TREE).orElse("-"), e.getCause());
    } catch (InvalidInputException e) {
      throw reproducer.isPresent() ? reproducer.get().explain(e) : e;
    }
  }

  private static int threads(Arguments arguments) {
    return arguments.has("mlir-disable-threading") ? 1 : CommonFlags.threads(arguments);
  }

  private PassContext context(Program program, DiagnosticSink sink) {
    CalibrationSource source =
        file -> CalibrationJson.read(io.resolve(file.toString()), file.toString());
    PassContext context =
        PassContext.of(dialects, sink)
            .with(CalibrationSource.class, source)
            .with(PrintStream.class, io.err())
            .with(PatternSource.class, rewrites)
            .with(TextFiles.class, files)
            .with(RecipeSource.class, RecipeFlag.source(io));
    if (instruments.remarks().isPresent()) {
      context = context.with(RemarkSink.class, instruments.remarks().get());
    }
    Optional<CalibrationTable> table = ranges(program.module());
    return table.isPresent() ? context.with(CalibrationTable.class, table.get()) : context;
  }

  private Optional<CalibrationTable> ranges(Operation module) {
    Optional<String> file = arguments.value("calibration");
    List<String> data = arguments.values("calibration-data");
    if (file.isPresent() && !data.isEmpty()) {
      throw new UsageException("--calibration and --calibration-data both give ranges");
    }
    if (data.isEmpty()) {
      return file.map(name -> CalibrationJson.read(io.resolve(name), name));
    }
    instruments.start("Calibration");
    try {
      return Optional.of(CalibrationRun.of(module, dialects, data, arguments, io));
    } finally {
      instruments.stop();
    }
  }
}
