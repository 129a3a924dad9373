package org.qopt.peers.speed;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.qopt.dialect.bfp.BlockType;
import org.qopt.dialect.bfp.Packing;
import org.qopt.dialect.func.MainFunction;
import org.qopt.dialect.quant.QuantizedTypes;
import org.qopt.ir.BlockArgument;
import org.qopt.ir.Dialects;
import org.qopt.ir.Operation;
import org.qopt.ir.diagnostic.InvalidInputException;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.TensorType;
import org.qopt.parser.qir.QirReader;
import org.qopt.parser.qir.ReadOptions;
import org.qopt.parser.qir.SourceFile;
import org.qopt.peers.CCompiler;
import org.qopt.peers.TfliteReference;
import org.qopt.target.TargetOption;
import org.qopt.target.Targets;
import org.qopt.target.c.CExporter;
import org.qopt.target.export.ExportRequest;
import org.qopt.target.export.ExportedFile;

/**
 * Times legal programs as C, compiled by gcc, beside TensorFlow Lite's reference kernels on a
 * model: one thread, turn by turn, medians of the turns. A compiled program runs many times in a
 * process, so that its start does not count.
 */
public final class CSpeed {
  private static final int RUNS = 100;
  private static final List<String> FLAGS = List.of("-O3");

  private CSpeed() {}

  /** Prints a line for each of the programs; the first argument is the model. */
  public static void main(String[] files) throws IOException {
    if (files.length < 2) {
      System.err.println("usage: CSpeed MODEL.tflite PROGRAM.qir...");
      System.exit(2);
    }
    Path folder = Files.createTempDirectory("qopt-c");
    try {
      time(folder, Path.of(files[0]), Stream.of(files).skip(1).map(Path::of).toList());
    } catch (InvalidInputException e) {
      e.diagnostics().forEach(diagnostic -> System.err.println(diagnostic.message()));
      System.exit(1);
    } finally {
      delete(folder);
    }
  }

  private static void time(Path folder, Path model, List<Path> programs) throws IOException {
    CCompiler gcc = new CCompiler("gcc");
    List<Runnable> peers = new ArrayList<>();
    for (int i = 0; i < programs.size(); i++) {
      peers.add(compiled(gcc, Files.createDirectory(folder.resolve("p" + i)), programs.get(i)));
    }
    try (TfliteReference reference = TfliteReference.of(Files.readAllBytes(model))) {
      peers.add(reference::run);
      double[] medians = Turns.medians(peers);
      double slowest = medians[programs.size()];
      System.out.printf("reference kernels on %s: %.3f ms%n%n", model.getFileName(), slowest);
      System.out.println("| program | gcc -O3 ms | times as fast as the reference kernels |");
      System.out.println("| --- | --- | --- |");
      for (int i = 0; i < programs.size(); i++) {
        double each = medians[i] / RUNS;
        System.out.printf(
            "| %s | %.3f | %.2f |%n", programs.get(i).getFileName(), each, slowest / each);
      }
    }
  }

  /** {@return what runs the program {@link #RUNS} times} */
  private static Runnable compiled(CCompiler gcc, Path folder, Path file) throws IOException {
    Operation module =
        QirReader.read(SourceFile.read(file), Dialects.load(), ReadOptions.STRICT).module();
    Path source = folder.resolve("model.c");
    for (ExportedFile part : exported(module)) {
      Files.write(folder.resolve("model." + part.extension()), part.content());
    }
    Path program = folder.resolve("model");
    gcc.compile(source, program, FLAGS);
    List<Path> files = new ArrayList<>();
    Random random = new Random(1);
    for (BlockArgument argument : MainFunction.of(module).arguments()) {
      Tensor value = value((TensorType) argument.type(), random);
      files.add(write(folder, files.size(), value.withoutExponents()));
      if (value.exponents().isPresent()) {
        files.add(write(folder, files.size(), value.exponents().get()));
      }
    }
    MainFunction.of(module).returnOp().operands().stream()
        .mapToInt(
            output -> BlockType.of(output.type()).filter(BlockType::isDynamic).isPresent() ? 2 : 1)
        .forEach(
            count -> {
              for (int i = 0; i < count; i++) {
                files.add(folder.resolve(files.size() + ".raw"));
              }
            });
    return () -> CCompiler.execute(program, files);
  }

  private static ImmutableList<ExportedFile> exported(Operation module) {
    CExporter exporter =
        Targets.load()
            .owner(module)
            .orElseThrow(() -> new IllegalArgumentException("not a program of a target"))
            .exporters()
            .stream()
            .filter(CExporter.class::isInstance)
            .map(CExporter.class::cast)
            .findFirst()
            .orElseThrow();
    ImmutableMap<String, String> options =
        ImmutableMap.of(CExporter.EMIT_MAIN.name(), TargetOption.ON);
    return exporter.export(module, new ExportRequest("model", false, options, _ -> {}));
  }

  /** Any integers of 8 or 16 bits, or real numbers as mantissas and exponents. */
  private static Tensor value(TensorType type, Random random) {
    float[] reals = new float[Math.toIntExact(type.shape().elements())];
    for (int i = 0; i < reals.length; i++) {
      reals[i] = (float) (random.nextGaussian() * 40);
    }
    return BlockType.of(type)
        .map(block -> new Packing(block, type.shape()).pack(reals))
        .orElseGet(
            () ->
                Tensor.of(type.shape(), reals)
                    .cast(QuantizedTypes.storageKind(type).orElseThrow()));
  }

  /** Writes the tensor for each of the runs. */
  private static Path write(Path folder, int index, Tensor tensor) throws IOException {
    Path file = folder.resolve(index + ".raw");
    byte[] once = tensor.memory().toArray(ValueLayout.JAVA_BYTE);
    try (OutputStream out = Files.newOutputStream(file)) {
      for (int run = 0; run < RUNS; run++) {
        out.write(once);
      }
    }
    return file;
  }

  private static void delete(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
