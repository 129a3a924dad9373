package org.qopt.cli.opt;

import java.util.ArrayList;
import java.util.List;
import org.qopt.cli.CliIo;
import org.qopt.cli.ExitStatus;
import org.qopt.cli.Reports;
import org.qopt.cli.UsageException;
import org.qopt.cli.args.Arguments;
import org.qopt.cli.model.ModelFiles;
import org.qopt.ir.Dialects;
import org.qopt.ir.Program;
import org.qopt.ir.diagnostic.Diagnostic;
import org.qopt.ir.diagnostic.Diagnostics;
import org.qopt.ir.diagnostic.InvalidInputException;
import org.qopt.ir.diagnostic.Severity;
import org.qopt.parser.check.DiagnosticVerifier;
import org.qopt.parser.check.SplitInput;
import org.qopt.parser.qir.QirReader;
import org.qopt.parser.qir.SourceFile;

/**
 * Transforms the pieces of a text one by one, each a program of its own, and goes on after one that
 * is at fault; may hold the diagnostics against what comments expect.
 */
final class PieceWork {
  private static final String SPLIT = "split-input-file";
  private static final String VERIFY = "verify-diagnostics";

  private final Arguments arguments;
  private final Dialects dialects;
  private final OptRun run;
  private final ProgramOutput output;
  private final Instruments instruments;
  private final Reports reports;
  private final List<String> texts = new ArrayList<>();

  PieceWork(
      Arguments arguments,
      Dialects dialects,
      OptRun run,
      ProgramOutput output,
      Instruments instruments,
      CliIo io) {
    if (!output.isText()) {
      throw new UsageException("pieces of a text are written as QIR alone");
    }
    this.arguments = arguments;
    this.dialects = dialects;
    this.run = run;
    this.output = output;
    this.instruments = instruments;
    this.reports = Reports.of(arguments, io);
  }

  static boolean isAskedFor(Arguments arguments) {
    return arguments.has(SPLIT) || arguments.has(VERIFY);
  }

  /** {@return the exit status: whether every piece is as it should be} */
  int run(SourceFile source) {
    List<SourceFile> pieces = arguments.has(SPLIT) ? SplitInput.split(source) : List.of(source);
    boolean good = true;
    for (SourceFile piece : pieces) {
      good &= transform(piece);
    }
    instruments.end();
    // What goes to standard output is shown as far as it came; a file is whole or untouched.
    if (good || output.isStandard()) {
      output.write(String.join(SplitInput.SEPARATOR + "\n", texts));
    }
    return good ? ExitStatus.DONE : ExitStatus.INPUT_FAULT;
  }

  private boolean transform(SourceFile piece) {
    Diagnostics diagnostics = new Diagnostics();
    try {
      Program program = QirReader.read(piece, dialects, ModelFiles.readOptions(arguments));
      ModelFiles.verify(program.module());
      RoundTrip.verify(program, dialects, arguments);
      texts.add(output.text(run.run(program, diagnostics)));
    } catch (InvalidInputException e) {
      e.diagnostics().forEach(diagnostics::report);
      // Its place stays, so that what is written of the others can be told apart.
      texts.add("");
    }
    List<Diagnostic> shown =
        arguments.has(VERIFY) ? verified(piece, diagnostics) : diagnostics.all();
    reports.print(shown);
    return shown.stream().noneMatch(one -> one.severity() == Severity.ERROR);
  }

  private static List<Diagnostic> verified(SourceFile piece, Diagnostics diagnostics) {
    try {
      return DiagnosticVerifier.of(piece).check(diagnostics.all());
    } catch (InvalidInputException e) {
      // An expectation is malformed; the other pieces have theirs.
      return e.diagnostics();
    }
  }
}
