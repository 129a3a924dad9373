package org.qopt.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.qopt.bench.generate.Generator;
import org.qopt.bench.measure.Command;
import org.qopt.bench.measure.Pair;
import org.qopt.bench.measure.Peer;
import org.qopt.bench.measure.ProcessTimer;

/**
 * What workloads work with.
 *
 * @param launchers the folder with the programs of this project
 * @param folder a folder for files, which is removed in the end
 * @param runs how often each command is to be measured
 * @param timer runs commands
 */
public record Bench(Path launchers, Path folder, int runs, ProcessTimer timer) {
  /** {@return the file {@code name}, written by {@code generator} if no workload did before} */
  public Path file(String name, Generator generator) throws IOException {
    Path file = folder.resolve(name);
    if (!Files.exists(file)) {
      try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.ISO_8859_1)) {
        generator.write(out);
      }
    }
    return file;
  }

  /** {@return the program {@code name} of this project, such as {@code qopt}} */
  public String launcher(String name) {
    return launchers.resolve(name).toString();
  }

  /** {@return a command that writes what it prints to a file of its own} */
  public Command command(String output, String program, List<String> arguments) {
    List<String> words = new ArrayList<>();
    words.add(program);
    words.addAll(arguments);
    return Command.of(folder.resolve(output), words);
  }

  /** {@return {@code qopt} and {@code mlir-opt} on the same file with the same flags} */
  public Pair optimize(Path file, String... flags) {
    return optimize(file, file, flags);
  }

  /** {@return {@code qopt} on {@code ours} and {@code mlir-opt} on {@code theirs}} */
  public Pair optimize(Path ours, Path theirs, String... flags) {
    return new Pair(
        command("ours.out", launcher("qopt"), arguments(ours, flags)), mlirOpt(theirs, flags));
  }

  /** {@return {@code mlir-opt} on {@code file}, if there is one} */
  public Optional<Command> mlirOpt(Path file, String... flags) {
    return Peer.MLIR_OPT
        .find()
        .map(program -> command("theirs.out", program.toString(), arguments(file, flags)));
  }

  private static List<String> arguments(Path file, String... flags) {
    List<String> arguments = new ArrayList<>(List.of(flags));
    arguments.add("--allow-unregistered-dialect");
    arguments.add(file.toString());
    return arguments;
  }
}
