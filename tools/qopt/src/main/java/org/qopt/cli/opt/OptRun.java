package org.qopt.cli.opt;

import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import org.qopt.cli.CliIo;
import org.qopt.cli.UsageException;
import org.qopt.cli.args.Arguments;
import org.qopt.cli.calibrate.CalibrationJson;
import org.qopt.cli.calibrate.CalibrationRun;
import org.qopt.cli.model.ModelFiles;
import org.qopt.ir.Dialects;
import org.qopt.ir.Operation;
import org.qopt.ir.Program;
import org.qopt.ir.diagnostic.DiagnosticSink;
import org.qopt.ir.verify.Verifier;
import org.qopt.pass.PassContext;
import org.qopt.pass.PassInstrumentation;
import org.qopt.pass.PassManager;
import org.qopt.pass.Pipeline;
import org.qopt.pass.Verification;
import org.qopt.pass.remark.RemarkSink;
import org.qopt.passes.bind.CalibrationSource;
import org.qopt.passes.bind.CalibrationTable;
import org.qopt.quantize.Profiles;

/** Runs the passes that the flags ask for on one program. */
final class OptRun {
  private final Arguments arguments;
  private final Dialects dialects;
  private final Pipeline pipeline;
  private final Instruments instruments;
  private final Optional<Remarks> remarks;
  private final CliIo io;
  private final boolean eachVerified;

  OptRun(
      Arguments arguments,
      Dialects dialects,
      Pipeline pipeline,
      Instruments instruments,
      Optional<Remarks> remarks,
      CliIo io) {
    this.arguments = arguments;
    this.dialects = dialects;
    this.pipeline = pipeline;
    this.instruments = instruments;
    this.remarks = remarks;
    this.io = io;
    this.eachVerified = arguments.isOn("verify-each", true);
  }

  /**
   * Runs the passes and verifies the outcome.
   *
   * @param sink takes warnings and remarks
   * @throws org.qopt.ir.diagnostic.InvalidInputException if a pass fails
   */
  void run(Program program, DiagnosticSink sink) {
    if (pipeline.stages().isEmpty()) {
      return;
    }
    CalibrationSource source =
        file -> CalibrationJson.read(io.resolve(file.toString()), file.toString());
    PassContext context =
        PassContext.of(dialects, sink)
            .with(CalibrationSource.class, source)
            .with(PrintStream.class, io.err())
            .with(Profiles.class, Profiles.load());
    if (remarks.isPresent()) {
      context = context.with(RemarkSink.class, remarks.get());
    }
    Optional<CalibrationTable> table = ranges(program.module());
    if (table.isPresent()) {
      context = context.with(CalibrationTable.class, table.get());
    }
    PassManager manager =
        PassManager.of(pipeline).verifying(eachVerified ? Verifier::verify : Verification.NONE);
    for (PassInstrumentation instrument : instruments.all()) {
      manager = manager.instrumentedBy(instrument);
    }
    manager.run(program.module(), context);
    if (!eachVerified) {
      ModelFiles.verify(program.module());
    }
  }

  /**
   * Writes what is to be kept of all runs besides the programs.
   *
   * @throws org.qopt.ir.diagnostic.InvalidInputException if a file cannot be written
   */
  void end() {
    remarks.ifPresent(Remarks::write);
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
      return Optional.of(CalibrationRun.of(module, data, arguments, io));
    } finally {
      instruments.stop();
    }
  }
}
