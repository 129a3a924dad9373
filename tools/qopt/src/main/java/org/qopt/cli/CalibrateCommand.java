package org.qopt.cli;

import java.util.List;
import org.qopt.cli.args.Arguments;
import org.qopt.cli.args.Flag;
import org.qopt.cli.calibrate.CalibrationJson;
import org.qopt.cli.calibrate.CalibrationRun;
import org.qopt.cli.calibrate.Calibrator;
import org.qopt.cli.model.ModelFiles;
import org.qopt.ir.Dialects;
import org.qopt.ir.Program;
import org.qopt.passes.bind.CalibrationTable;

/** {@code qopt calibrate}: runs a float program over data and stores the range of each value. */
final class CalibrateCommand implements Command {
  @Override
  public String name() {
    return "calibrate";
  }

  @Override
  public Usage usage() {
    return new Usage(
        "qopt calibrate MODEL --data=FILE... -o M.calib.json",
        "runs the float program over the data and stores the range of each value");
  }

  @Override
  public List<Flag> flags() {
    return List.of(
        Flag.of("data", "FILE", "samples: .npy, .npz or a folder of them; may be repeated"),
        Flag.of("method", "METHOD", "how ranges follow from the data: minmax"),
        Flag.of("samples", "N", "the first N samples only"),
        CommonFlags.THREADS,
        CommonFlags.OUTPUT,
        CommonFlags.FROM,
        CommonFlags.INPUT_SHAPE);
  }

  @Override
  public int run(Arguments arguments, CliIo io) {
    String file = arguments.only("model");
    List<String> data = arguments.values("data");
    if (data.isEmpty()) {
      throw new UsageException("calibrate needs --data=FILE");
    }
    String method = arguments.value("method").orElse(Calibrator.METHOD);
    if (!method.equals(Calibrator.METHOD)) {
      throw Unknown.name("method", method, List.of(Calibrator.METHOD));
    }
    Dialects dialects = Dialects.load();
    Program program = ModelFiles.read(file, arguments, dialects, io);
    CalibrationTable table = CalibrationRun.of(program.module(), dialects, data, arguments, io);
    Outputs.writeText(CommonFlags.output(arguments), CalibrationJson.write(table), io);
    return ExitStatus.DONE;
  }
}
