package org.qopt.peers.speed;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.qopt.dialect.func.FuncOp;
import org.qopt.dialect.func.MainFunction;
import org.qopt.dialect.quant.QuantizedTypes;
import org.qopt.ir.BlockArgument;
import org.qopt.ir.Dialects;
import org.qopt.ir.Operation;
import org.qopt.ir.diagnostic.InvalidInputException;
import org.qopt.ir.interpret.Executable;
import org.qopt.ir.interpret.Interpreter;
import org.qopt.ir.tensor.Tensor;
import org.qopt.ir.type.TensorType;
import org.qopt.parser.qir.QirReader;
import org.qopt.parser.qir.ReadOptions;
import org.qopt.parser.qir.SourceFile;
import org.qopt.peers.TfliteReference;
import org.qopt.target.Targets;
import org.qopt.target.export.ExportRequest;
import org.qopt.target.export.ExportedFile;
import org.qopt.target.export.Exporter;

/**
 * Times the interpreter on legal int8 programs of the target tpu beside TensorFlow Lite's reference
 * and optimized kernels on the exported models: one thread, warm, turn by turn in one process,
 * medians of the turns.
 */
public final class InterpreterSpeed {
  private InterpreterSpeed() {}

  /** Prints a line for each of the programs that the arguments name. */
  public static void main(String[] files) {
    if (files.length == 0) {
      System.err.println("usage: kernels PROGRAM.qir...");
      System.exit(2);
    }
    System.out.println(
        "| program | interpreter ms | reference kernels ms | ratio | optimized kernels ms | ratio |");
    System.out.println("| --- | --- | --- | --- | --- | --- |");
    try {
      for (String file : files) {
        time(Path.of(file));
      }
    } catch (InvalidInputException e) {
      e.diagnostics().forEach(diagnostic -> System.err.println(diagnostic.message()));
      System.exit(1);
    }
    // Kernels may still be tried in the background.
    System.exit(0);
  }

  private static void time(Path file) {
    Operation module =
        QirReader.read(SourceFile.read(file), Dialects.load(), ReadOptions.STRICT).module();
    FuncOp function = MainFunction.of(module);
    Executable executable = Interpreter.prepare(function);
    List<Tensor> inputs = inputs(function);
    byte[] model = exported(module);
    try (TfliteReference reference = TfliteReference.of(model);
        TfliteReference optimized = TfliteReference.optimized(model)) {
      set(reference, inputs);
      set(optimized, inputs);
      List<Runnable> peers = List.of(() -> executable.run(inputs), reference::run, optimized::run);
      double[] medians = Turns.medians(peers);
      System.out.printf(
          "| %s | %.3f | %.3f | %.2f | %.3f | %.2f |%n",
          file.getFileName(),
          medians[0],
          medians[1],
          medians[1] / medians[0],
          medians[2],
          medians[2] / medians[0]);
    }
  }

  private static List<Tensor> inputs(FuncOp function) {
    Random random = new Random(1);
    ImmutableList.Builder<Tensor> inputs = ImmutableList.builder();
    for (BlockArgument argument : function.arguments()) {
      TensorType type = (TensorType) argument.type();
      byte[] bytes = new byte[Math.toIntExact(type.shape().elements())];
      random.nextBytes(bytes);
      inputs.add(
          Tensor.of(type.shape(), bytes).cast(QuantizedTypes.storageKind(type).orElseThrow()));
    }
    return inputs.build();
  }

  private static byte[] exported(Operation module) {
    Exporter exporter =
        Targets.load().find("tpu").orElseThrow().target().exporters().stream()
            .filter(e -> e.format().equals("tflite"))
            .findFirst()
            .orElseThrow();
    ImmutableList<ExportedFile> files =
        exporter.export(module, new ExportRequest("model", true, ImmutableMap.of(), _ -> {}));
    return files.getFirst().content();
  }

  private static void set(TfliteReference model, List<Tensor> inputs) {
    for (int i = 0; i < inputs.size(); i++) {
      model.set(model.inputs()[i], inputs.get(i).bytes());
    }
  }
}
