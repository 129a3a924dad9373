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
 * @param programs what it may be called, or where it may be; the first that is there is taken
 * @param remedy where it comes from
 */
public record Peer(String name, ImmutableList<String> programs, String remedy) {
  /** What {@code qopt} is in MLIR. */
  public static final Peer MLIR_OPT =
      new Peer(
          "mlir-opt",
          ImmutableList.of("mlir-opt-19", "mlir-opt"),
          "it is part of LLVM 19's package of MLIR tools");

  /** What {@code filecheck} is in LLVM. */
  public static final Peer FILE_CHECK =
      new Peer(
          "FileCheck",
          ImmutableList.of("FileCheck-19", "FileCheck"),
          "it is part of LLVM 19's package of tools");

  /** What {@code lit} is in LLVM. */
  public static final Peer LLVM_LIT =
      new Peer(
          "LLVM's lit",
          // Debian's package has it outside the PATH.
          ImmutableList.of("llvm-lit-19", "llvm-lit", "/usr/lib/llvm-19/build/utils/lit/lit.py"),
          "it is part of LLVM 19's package of tools");

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
                    .map(folder -> Path.of(folder).resolve(program)))
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
