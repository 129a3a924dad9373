package org.qopt.cli.opt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
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
import org.qopt.passes.viewopgraph.ViewOpGraphPass;
import org.qopt.target.Targets;

/** Writes programs as the flags ask for it. */
public final class ProgramOutput {
  private static final Set<String> TEXT = Set.of("qir", "mlir");

  // Drawn as the pass 'view-op-graph' draws.
  private static final Set<String> GRAPHS = Set.of("dot", "svg");

  // Who names a file so does not expect QIR in it, even where nothing else can be written.
  private static final Set<String> OTHER = Set.of("onnx", "tflite", "c");

  private final String file;
  private final String format;
  private final PrintOptions options;
  private final Optional<ProgramExport> export;
  private final CliIo io;

  private ProgramOutput(
      String file, String format, PrintOptions options, Optional<ProgramExport> export, CliIo io) {
    this.file = file;
    this.format = format;
    this.options = options;
    this.export = export;
    this.io = io;
  }

  /**
   * {@return where the program goes, as QIR}
   *
   * @throws UsageException if the output's extension or {@code --to} names another format
   */
  public static ProgramOutput ofText(Arguments arguments, CliIo io) {
    ProgramOutput output = of(arguments, io);
    if (!output.isText()) {
      throw new UsageException("only QIR can be written here: " + output.file);
    }
    return output;
  }

  /**
   * {@return where the program goes, and in which format}
   *
   * @throws UsageException if the output's extension or {@code --to} names a format that is not
   *     written
   */
  public static ProgramOutput of(Arguments arguments, CliIo io) {
    String file = CommonFlags.output(arguments);
    String format = format(file, arguments);
    Optional<ProgramExport> export =
        TEXT.contains(format) || GRAPHS.contains(format)
            ? Optional.empty()
            : Optional.of(ProgramExport.of(format, file, arguments, Targets.load(), io));
    return new ProgramOutput(file, format, printOptions(arguments), export, io);
  }

  // A file without an ending, or with one that is no format of ours, holds QIR.
  private static String format(String file, Arguments arguments) {
    Optional<String> given = arguments.value("to");
    if (given.isPresent()) {
      return given.get();
    }
    String extension = extension(file);
    if (extension.isEmpty() || TEXT.contains(extension)) {
      return "qir";
    }
    boolean known =
        GRAPHS.contains(extension)
            || OTHER.contains(extension)
            || ProgramExport.formats(Targets.load()).contains(extension);
    return known ? extension : "qir";
  }

  private static String extension(String file) {
    int dot = file.lastIndexOf('.');
    return dot > file.lastIndexOf('/') ? file.substring(dot + 1) : "";
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

  /**
   * {@return the name of the format: {@code qir}, that of an exporter, or {@code dot} or {@code
   * svg}}
   */
  String format() {
    return format;
  }

  /** {@return whether programs are written as QIR} */
  boolean isText() {
    return TEXT.contains(format);
  }

  boolean isStandard() {
    return file.equals("-");
  }

  /** Writes one program; QIR to a file with its locations, and its large constants beside it. */
  public void write(Program program) {
    if (export.isPresent()) {
      export.get().write(program);
    } else if (GRAPHS.contains(format)) {
      Outputs.writeText(file, drawing(program), io);
    } else if (isStandard()) {
      print(program);
    } else if (options.generic()) {
      QirWriter.writeFile(program, io.resolve(file), options.withLocations(true));
    } else {
      QirWriter.writeFile(program, io.resolve(file));
    }
  }

  private String drawing(Program program) {
    ViewOpGraphPass.Format as =
        format.equals("svg") ? ViewOpGraphPass.Format.SVG : ViewOpGraphPass.Format.DOT;
    return ViewOpGraphPass.DEFAULT.draw(program.module(), as);
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
