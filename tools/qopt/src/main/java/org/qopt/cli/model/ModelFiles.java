package org.qopt.cli.model;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qopt.cli.CliIo;
import org.qopt.cli.UsageException;
import org.qopt.cli.args.Arguments;
import org.qopt.ir.Dialects;
import org.qopt.ir.Operation;
import org.qopt.ir.Program;
import org.qopt.ir.diagnostic.Diagnostics;
import org.qopt.ir.diagnostic.InvalidInputException;
import org.qopt.ir.type.Shape;
import org.qopt.ir.verify.Verifier;
import org.qopt.parser.io.FileFaults;
import org.qopt.parser.onnx.OnnxReader;
import org.qopt.parser.qir.QirReader;
import org.qopt.parser.qir.ReadOptions;
import org.qopt.parser.qir.SourceFile;
import org.qopt.parser.tflite.TfliteReader;

/** Reads programs of any format. */
public final class ModelFiles {
  /** What a file holds. */
  public enum Format {
    /** QIR, or MLIR in the generic form. */
    QIR,
    /** An ONNX model. */
    ONNX,
    /** A TensorFlow Lite model. */
    TFLITE
  }

  private ModelFiles() {}

  /**
   * {@return the format of {@code file}: what {@code --from} says, else what its extension says;
   * QIR for standard input}
   *
   * @throws UsageException if neither names a format
   */
  public static Format format(String file, Arguments arguments) {
    String name =
        arguments
            .value("from")
            .orElseGet(() -> file.equals("-") ? "qir" : file.substring(file.lastIndexOf('.') + 1));
    return switch (name) {
      case "qir", "mlir" -> Format.QIR;
      case "onnx" -> Format.ONNX;
      case "tflite" -> Format.TFLITE;
      default ->
          throw new UsageException(
              arguments.value("from").isPresent()
                  ? "--from wants qir, onnx or tflite, but got '%s'".formatted(name)
                  : "cannot tell the format of '%s': --from=qir, onnx or tflite says it"
                      .formatted(file));
    };
  }

  /**
   * {@return the program in a file of any format, verified}
   *
   * @throws InvalidInputException if it cannot be read or is invalid
   */
  public static Program read(String file, Arguments arguments, Dialects dialects, CliIo io) {
    Format format = format(file, arguments);
    Map<String, Shape> shapes = inputShapes(arguments);
    Program program =
        switch (format) {
          case ONNX -> Program.of(OnnxReader.read(binary(file, io), shapes));
          case TFLITE -> Program.of(TfliteReader.read(binary(file, io), shapes));
          case QIR -> {
            Program read = QirReader.read(text(file, io), dialects, readOptions(arguments));
            InputShapes.fix(read.module(), shapes);
            yield read;
          }
        };
    verify(program.module());
    return program;
  }

  /**
   * {@return a program that can be run on data}
   *
   * @throws InvalidInputException if it cannot be read, is invalid or cannot be run
   */
  public static Model model(String file, Arguments arguments, CliIo io) {
    Program program = read(file, arguments, Dialects.load(), io);
    return Model.of(program.module());
  }

  /**
   * {@return the text in a file, or on standard input for {@code -}}
   *
   * @throws InvalidInputException if it cannot be read
   */
  public static SourceFile text(String file, CliIo io) {
    SourceFile source = file.equals("-") ? standardInput(io) : SourceFile.read(io.resolve(file));
    io.texts().add(source);
    return source;
  }

  private static SourceFile standardInput(CliIo io) {
    try {
      return SourceFile.of("<stdin>", io.in().readAllBytes());
    } catch (IOException e) {
      throw FileFaults.reading("<stdin>", e);
    }
  }

  private static Path binary(String file, CliIo io) {
    if (file.equals("-")) {
      throw new UsageException("only QIR is read from standard input");
    }
    return io.resolve(file);
  }

  /** {@return what the reader of texts accepts, as the flags ask for it} */
  public static ReadOptions readOptions(Arguments arguments) {
    return arguments.has("allow-unregistered-dialect")
        ? ReadOptions.ALLOW_UNREGISTERED
        : ReadOptions.STRICT;
  }

  /**
   * Checks a program.
   *
   * @throws InvalidInputException if it is invalid
   */
  public static void verify(Operation module) {
    Diagnostics diagnostics = new Diagnostics();
    Verifier.verify(module, diagnostics);
    diagnostics.throwIfErrors();
  }

  /** {@return the shapes that {@code --input-shape} gives, by name of the input} */
  private static Map<String, Shape> inputShapes(Arguments arguments) {
    Map<String, Shape> shapes = new HashMap<>();
    for (String spec : arguments.values("input-shape")) {
      int equals = spec.lastIndexOf('=');
      Optional<Shape> shape = equals < 1 ? Optional.empty() : shape(spec.substring(equals + 1));
      shapes.put(
          spec.substring(0, Math.max(0, equals)),
          shape.orElseThrow(
              () ->
                  new UsageException(
                      "--input-shape wants NAME=1x3x48x192, but got '" + spec + "'")));
    }
    return shapes;
  }

  private static Optional<Shape> shape(String text) {
    if (!text.matches("[1-9]\\d{0,8}(x[1-9]\\d{0,8})*")) {
      return Optional.empty();
    }
    return Optional.of(
        Shape.of(List.of(text.split("x")).stream().mapToLong(Long::parseLong).toArray()));
  }
}
