package org.qopt.cli.opt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import org.qopt.cli.CliIo;
import org.qopt.cli.CommonFlags;
import org.qopt.cli.Outputs;
import org.qopt.cli.UsageException;
import org.qopt.cli.args.Arguments;
import org.qopt.ir.Program;
import org.qopt.ir.print.PrintOptions;
import org.qopt.ir.print.Printer;
import org.qopt.parser.qir.QirWriter;

/** Writes programs as the flags ask for it. */
public final class ProgramOutput {
  // Formats that are read, or that people may expect; a file with another ending holds QIR.
  private static final Set<String> OTHER = Set.of("onnx", "tflite", "c");

  private final String file;
  private final PrintOptions options;
  private final CliIo io;

  private ProgramOutput(String file, PrintOptions options, CliIo io) {
    this.file = file;
    this.options = options;
    this.io = io;
  }

  /**
   * {@return where the program goes, and how}
   *
   * @throws UsageException if the output's extension or {@code --to} names a format that is not
   *     written
   */
  public static ProgramOutput of(Arguments arguments, CliIo io) {
    String file = CommonFlags.output(arguments);
    String extension = file.substring(file.lastIndexOf('.') + 1);
    String format = arguments.value("to").orElse(OTHER.contains(extension) ? extension : "qir");
    if (!format.equals("qir") && !format.equals("mlir")) {
      throw new UsageException("programs are written as qir, not as '" + format + "'");
    }
    return new ProgramOutput(file, printOptions(arguments), io);
  }

  /** {@return how programs are printed on standard output and in dumps} */
  static PrintOptions printOptions(Arguments arguments) {
    boolean generic = arguments.has("mlir-print-op-generic") || arguments.has("print-op-generic");
    PrintOptions options =
        (generic ? PrintOptions.GENERIC : PrintOptions.PRETTY)
            .withLocations(arguments.has("mlir-print-debuginfo"));
    return arguments
        .number("mlir-elide-elementsattrs-if-larger", 0)
        .map(options::withElideAbove)
        .orElse(options);
  }

  /** {@return how programs are printed} */
  public PrintOptions options() {
    return options;
  }

  boolean isStandard() {
    return file.equals("-");
  }

  /** Writes one program; to a file with its locations, and its large constants beside it. */
  public void write(Program program) {
    if (isStandard()) {
      print(program);
    } else if (options.generic()) {
      QirWriter.writeFile(program, io.resolve(file), options.withLocations(true));
    } else {
      QirWriter.writeFile(program, io.resolve(file));
    }
  }

  private void print(Program program) {
    try {
      Printer.print(program.module(), program.printedBy(options), io.out());
    } catch (IOException e) {
      // A PrintStream keeps its errors to itself.
      throw new UncheckedIOException(e);
    }
  }

  /** {@return the text of a program, constants inside} */
  String text(Program program) {
    return Printer.toText(program.module(), program.printedBy(options));
  }

  /** Writes the text of several programs. */
  void write(String text) {
    Outputs.writeText(file, text, io);
  }
}
