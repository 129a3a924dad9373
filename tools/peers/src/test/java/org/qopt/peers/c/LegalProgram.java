package org.qopt.peers.c;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
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
    Path program = folder.resolve("program");
    compiler.compile(folder.resolve("program.c"), program, flags);
    Executable executable = Interpreter.prepare(function());
    List<Path> inputs = files("in", executable.function().arguments().size());
    List<Path> outputs = files("out", executable.function().returnOp().operandCount());
    write(inputs, samples);
    CCompiler.execute(
        program, java.util.stream.Stream.concat(inputs.stream(), outputs.stream()).toList());
    List<Path> expected = files("expected", outputs.size());
    write(expected, samples.parallelStream().map(executable::run).toList());
    for (int i = 0; i < outputs.size(); i++) {
      assertEquals(
          -1, Files.mismatch(expected.get(i), outputs.get(i)), "first wrong byte of output " + i);
    }
  }

  private List<Path> files(String name, int count) {
    return IntStream.range(0, count).mapToObj(i -> folder.resolve(name + i + ".raw")).toList();
  }

  /** Writes the tensors of each run behind those of the one before. */
  private static void write(List<Path> files, List<List<Tensor>> runs) throws IOException {
    for (int i = 0; i < files.size(); i++) {
      try (OutputStream out = Files.newOutputStream(files.get(i));
          WritableByteChannel channel = Channels.newChannel(out)) {
        for (List<Tensor> run : runs) {
          Tensor tensor = run.get(i);
          for (long copies = tensor.isSplat() ? tensor.size() : 1; copies > 0; copies--) {
            channel.write(tensor.memory().asByteBuffer());
          }
        }
      }
    }
  }

  /** {@return inputs of any bytes for a number of runs} */
  List<List<Tensor>> randomInputs(int runs, java.util.Random random) {
    List<List<Tensor>> samples = new ArrayList<>();
    FuncOp function = function();
    for (int run = 0; run < runs; run++) {
      samples.add(
          function.arguments().stream().map(a -> RandomTensors.of(a.type(), random)).toList());
    }
    return samples;
  }
}
