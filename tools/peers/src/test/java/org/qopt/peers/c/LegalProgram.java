package org.qopt.peers.c;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.qopt.cli.CliIo;
import org.qopt.cli.Qopt;
import org.qopt.dialect.func.FuncOp;
import org.qopt.dialect.func.MainFunction;
import org.qopt.ir.Dialects;
import org.qopt.ir.interpret.Executable;
import org.qopt.ir.interpret.Interpreter;
import org.qopt.ir.tensor.Tensor;
import org.qopt.parser.qir.QirReader;
import org.qopt.parser.qir.ReadOptions;
import org.qopt.parser.qir.SourceFile;
import org.qopt.peers.CCompiler;

/**
 * A legal program in a file, interpreted and compiled.
 *
 * @param folder where its files are
 * @param file its name
 */
record LegalProgram(Path folder, String file) {
  /** Runs qopt in {@code folder}; it must succeed. */
  static void qopt(Path folder, String... words) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream err = new PrintStream(said);
    CliIo io = CliIo.of(new ByteArrayInputStream(new byte[0]), new PrintStream(said), err, folder);
    int status = Qopt.run(List.of(words), io);
    err.flush();
    assertEquals(0, status, () -> String.join(" ", words) + "\n" + said);
  }

  /** {@return the program, prepared to be interpreted} */
  FuncOp function() {
    return MainFunction.of(
        QirReader.read(SourceFile.read(folder.resolve(file)), Dialects.load(), ReadOptions.STRICT)
            .module());
  }

  /**
   * Checks that the program computes the same interpreted and compiled.
   *
   * @param samples for each run the stored integers of the inputs
   * @param flags what the compiler is given besides the strict flags
   */
  void assertSame(CCompiler compiler, List<String> flags, List<List<Tensor>> samples)
      throws IOException {
    qopt(folder, file, "-o", "program.c", "--emit-main");
    assertCompiledSame(compiler, flags, samples);
  }

  /** Checks the same of what stands in {@code program.c} already. */
  void assertCompiledSame(CCompiler compiler, List<String> flags, List<List<Tensor>> samples)
      throws IOException {
    Path program = folder.resolve("program");
    compiler.compile(folder.resolve("program.c"), program, flags);
    Executable executable = Interpreter.prepare(function());
    List<Path> inputs = write("in", samples);
    List<Path> expected = write("expected", samples.parallelStream().map(executable::run).toList());
    List<Path> found = files("out", expected.size());
    CCompiler.execute(program, Stream.concat(inputs.stream(), found.stream()).toList());
    for (int i = 0; i < expected.size(); i++) {
      assertEquals(
          -1, Files.mismatch(expected.get(i), found.get(i)), "first wrong byte of output " + i);
    }
  }

  private List<Path> files(String name, int count) {
    return IntStream.range(0, count).mapToObj(i -> folder.resolve(name + i + ".raw")).toList();
  }

  /** Writes the arrays of each run behind those of the one before, each to a file. */
  private List<Path> write(String name, List<List<Tensor>> runs) throws IOException {
    List<Path> files = files(name, arrays(runs.getFirst()).size());
    for (int i = 0; i < files.size(); i++) {
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(files.get(i)))) {
        for (List<Tensor> run : runs) {
          Tensor array = arrays(run).get(i);
          for (long copies = array.isSplat() ? array.size() : 1; copies > 0; copies--) {
            out.write(array.memory().toArray(ValueLayout.JAVA_BYTE));
          }
        }
      }
    }
    return files;
  }

  /** {@return the tensors, each followed by its exponents if it carries some} */
  private static List<Tensor> arrays(List<Tensor> tensors) {
    return tensors.stream()
        .flatMap(t -> Stream.concat(Stream.of(t.withoutExponents()), t.exponents().stream()))
        .toList();
  }

  /** {@return any inputs for a number of runs, of which there is one where there are no inputs} */
  List<List<Tensor>> randomInputs(int runs, java.util.Random random) {
    List<List<Tensor>> samples = new ArrayList<>();
    FuncOp function = function();
    int enough = function.arguments().isEmpty() ? 1 : runs;
    for (int run = 0; run < enough; run++) {
      samples.add(
          function.arguments().stream().map(a -> StoredTensors.random(a.type(), random)).toList());
    }
    return samples;
  }
}
