package org.qopt.cli.calibrate;

import java.util.ArrayList;
import java.util.List;
import org.qopt.cli.CliIo;
import org.qopt.cli.CommonFlags;
import org.qopt.cli.Progress;
import org.qopt.cli.args.Arguments;
import org.qopt.cli.data.SampleFiles;
import org.qopt.cli.data.Samples;
import org.qopt.cli.model.Model;
import org.qopt.dialect.func.CallOp;
import org.qopt.ir.Cloner;
import org.qopt.ir.Dialects;
import org.qopt.ir.Operation;
import org.qopt.ir.diagnostic.InvalidInputException;
import org.qopt.pass.PassContext;
import org.qopt.passes.bind.CalibrationTable;
import org.qopt.passes.inline.InlinePass;

/** A calibration as the flags ask for it. */
public final class CalibrationRun {
  private CalibrationRun() {}

  /**
   * {@return the ranges that the values of a program take over the samples in {@code files}}
   *
   * @param files {@code .npy}, {@code .npz} or folders of them
   * @throws InvalidInputException if the program or the data are at fault
   */
  public static CalibrationTable of(
      Operation module, Dialects dialects, List<String> files, Arguments arguments, CliIo io) {
    Operation program = inOneFunction(module, dialects);
    Model model = Model.of(program);
    List<Model> models = new ArrayList<>(List.of(model));
    PreparedProgram.of(program, model, dialects).ifPresent(models::add);
    try (Samples samples = SampleFiles.all(io, model.inputs(), files)) {
      long limit = arguments.number("samples", 1).orElse(Long.MAX_VALUE);
      long runs = Math.min(samples.runs(), Math.ceilDiv(limit, (long) samples.samplesPerRun()));
      try (Progress progress = Progress.start("calibrating", runs, io)) {
        return Calibrator.run(
            models, samples, runs, CommonFlags.threads(arguments), progress::step);
      }
    }
  }

  /** {@return the program as targets take it: with functions in the place of their calls} */
  private static Operation inOneFunction(Operation module, Dialects dialects) {
    boolean[] calls = {false};
    module.walk(operation -> calls[0] |= operation.is(CallOp.DEF));
    if (!calls[0]) {
      return module;
    }
    Operation copy = Cloner.copyOf(module);
    InlinePass.CALLS_ALONE.run(copy, PassContext.of(dialects, _ -> {}));
    return copy;
  }
}
