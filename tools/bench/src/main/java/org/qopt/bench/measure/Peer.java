package org.qopt.bench.measure;

import com.google.common.collect.ImmutableList;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A program of others that ours are held against.
 *
 * @param name its name
 * @param programs what it may be called, the first that is there is taken
 * @param remedy where it comes from
 */
public record Peer(String name, ImmutableList<String> programs, String remedy) {
  /** What {@code qopt} is in MLIR. */
  public static final Peer MLIR_OPT =
      new Peer(
          "mlir-opt",
          ImmutableList.of("mlir-opt-19", "mlir-opt"),
          "it is part of LLVM 19's package of MLIR tools");

  /** {@return where it is on the {@code PATH}} */
  public Optional<Path> find() {
    return find(System.getenv().getOrDefault("PATH", ""));
  }

  /** {@return where it is in the folders of {@code path}} */
  Optional<Path> find(String path) {
    return programs.stream()
        .flatMap(
            program ->
                ImmutableList.copyOf(path.split(File.pathSeparator)).stream()
                    .map(folder -> Path.of(folder, program)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** {@return what to tell who lacks it} */
  public String missing() {
    return "no "
        + name
        + " on the PATH (looked for "
        + String.join(", ", programs)
        + "): "
        + remedy;
  }
}
