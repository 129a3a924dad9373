package org.qopt.parser.qir;

import java.nio.file.Path;
import java.util.Optional;
import org.qopt.ir.Dialects;
import org.qopt.ir.Operation;
import org.qopt.ir.Program;
import org.qopt.ir.diagnostic.DiagnosticKind;
import org.qopt.ir.diagnostic.InvalidInputException;
import org.qopt.ir.print.Trailer;

/**
 * Reads programs from text. What is read has the right form; whether it is valid is not asked.
 *
 * <p>Constants written as {@code dense_resource<key>} are found in the trailer, or in the {@code
 * .safetensors} file that the trailer names, which is mapped; what is found in neither stays as it
 * is written.
 */
public final class QirReader {
  private QirReader() {}

  /**
   * Loads the automatons of the grammar, which the first reading would have to wait for. Another
   * thread may do that meanwhile.
   */
  public static void prepare() {
    Automatons.load();
  }

  /**
   * {@return the program in the file {@code path}}
   *
   * @throws InvalidInputException with what is wrong, and where
   */
  public static Program read(Path path, Dialects dialects, ReadOptions options) {
    return read(SourceFile.read(path), dialects, options);
  }

  /**
   * {@return the program in {@code text}}
   *
   * @param fileName the name that locations and diagnostics give the text
   * @throws InvalidInputException with what is wrong, and where
   */
  public static Program read(String text, String fileName, Dialects dialects, ReadOptions options) {
    return read(SourceFile.of(fileName, text), dialects, options);
  }

  /**
   * {@return the program in {@code source}}
   *
   * @throws InvalidInputException with what is wrong, and where
   */
  public static Program read(SourceFile source, Dialects dialects, ReadOptions options) {
    Optional<Integer> trailerAt = TrailerFinder.find(source);
    if (trailerAt.isEmpty()) {
      Reading reading = Reading.of(source, dialects, options, (_, _) -> Optional.empty());
      return Program.of(readModule(reading)).withAliases(reading.aliases().stillNamed());
    }
    int at = trailerAt.get();
    TrailerResources resources =
        new TrailerResources(source, source.locate(at), readTrailer(source, at, dialects));
    SourceFile program = source.part(source.start(), at);
    Reading reading = Reading.of(program, dialects, options, resources);
    Operation module = readModule(reading);
    return new Program(module, resources.rest(), resources.used(), reading.aliases().stillNamed());
  }

  private static Operation readModule(Reading reading) {
    try {
      ProgramBuilder builder = new ProgramBuilder(reading);
      QirParser parser = parser(reading, builder);
      parser.program();
      Operation module = builder.end();
      reading.problems().throwIfAny();
      return module;
    } catch (SyntaxFailure failure) {
      reading.problems().last(failure);
      reading.problems().throwIfAny();
      throw failure;
    }
  }

  private static Trailer readTrailer(SourceFile source, int at, Dialects dialects) {
    Reading reading =
        Reading.of(
            source.part(at, source.end()),
            dialects,
            ReadOptions.STRICT,
            (_, _) -> Optional.empty());
    try {
      return parser(reading, new ProgramBuilder(reading)).trailer().value;
    } catch (SyntaxFailure failure) {
      throw new InvalidInputException(failure.as(DiagnosticKind.SYNTAX).diagnostic());
    }
  }

  private static QirParser parser(Reading reading, ProgramBuilder builder) {
    // Waits for whoever may be about it: no two threads shall initialize classes of ANTLR at once.
    Automatons.load();
    ByteStream bytes = new ByteStream(reading.source());
    QirLexer lexer = new QirLexer(bytes);
    lexer.removeErrorListeners();
    lexer.setInterpreter(ByteAutomaton.of(lexer, bytes));
    QirParser parser = new QirParser(new OneToken(lexer));
    parser.start(reading, builder);
    return parser;
  }
}
