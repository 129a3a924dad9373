package org.qopt.cli.opt;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import org.qopt.cli.CliIo;
import org.qopt.cli.args.Arguments;
import org.qopt.ir.Dialects;
import org.qopt.ir.Program;
import org.qopt.ir.diagnostic.Diagnostic;
import org.qopt.ir.diagnostic.Diagnostics;
import org.qopt.ir.diagnostic.InvalidInputException;
import org.qopt.ir.print.PrintOptions;
import org.qopt.pass.PassRegistry;
import org.qopt.pass.Pipeline;

/** Runs a pipeline on programs for what it says of them. */
public final class PipelineProbe {
  private final OptRun run;

  private PipelineProbe(OptRun run) {
    this.run = run;
  }

  /**
   * {@return what runs the pipeline that {@code text} is, with the files that the flags name}
   *
   * @throws org.qopt.pass.PipelineSyntaxException if it is malformed
   */
  public static PipelineProbe of(String text, Arguments arguments, Dialects dialects, CliIo io) {
    PassRegistry passes = PassRegistry.load();
    Pipeline pipeline = Pipeline.parse(text, passes);
    // What passes print is of no interest.
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
    CliIo quiet =
        new CliIo(
            InputStream.nullInputStream(),
            nowhere,
            nowhere,
            io.folder(),
            false,
            io.texts(),
            io.reports());
    Instruments instruments = Instruments.of(arguments, PrintOptions.PRETTY, quiet);
    return new PipelineProbe(new OptRun(arguments, dialects, pipeline, instruments, quiet));
  }

  /** {@return all that the passes report on {@code program}, which they change} */
  public List<Diagnostic> run(Program program) {
    Diagnostics found = new Diagnostics();
    try {
      run.run(program, found);
    } catch (InvalidInputException e) {
      e.diagnostics().forEach(found::report);
    }
    return found.all();
  }
}
