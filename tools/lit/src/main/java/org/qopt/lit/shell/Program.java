package org.qopt.lit.shell;

import com.google.common.collect.ImmutableList;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A program that runs as a process.
 *
 * @param words how it is started: its file, and arguments that go before all others
 */
record Program(ImmutableList<String> words) {
  private static final String OWN_PATH = Objects.requireNonNullElse(System.getenv("PATH"), "");
  private static final Set<String> SHELLS = Set.of("sh", "bash", "dash", "zsh", "ksh", "busybox");

  /** {@return the program of this name, looked for as a shell does} */
  static Optional<Program> find(String name, Path directory, Map<String, String> environment) {
    if (name.isEmpty()) {
      return Optional.empty();
    }
    if (name.indexOf('/') >= 0) {
      return at(directory.resolve(name));
    }
    String path = environment.getOrDefault("PATH", "");
    for (String folder : path.split(":")) {
      Optional<Program> program = at(directory.resolve(folder).resolve(name));
      if (program.isPresent()) {
        // Where this process finds the same, the program is told its name as it is written.
        return folder.startsWith("/") && path.equals(OWN_PATH)
            ? Optional.of(new Program(ImmutableList.of(name)))
            : program;
      }
    }
    return Optional.empty();
  }

  private static Optional<Program> at(Path path) {
    return Files.isExecutable(path) && !Files.isDirectory(path)
        ? Optional.of(new Program(ImmutableList.of(path.toString())))
        : Optional.empty();
  }

  /** {@return this program with further arguments that go before all others} */
  Program with(List<String> arguments) {
    return new Program(ImmutableList.<String>builder().addAll(words).addAll(arguments).build());
  }

  boolean isShell() {
    return SHELLS.contains(Path.of(words.getFirst()).getFileName().toString());
  }

  /** {@return the program's words and its arguments, for a process with this file mode mask} */
  List<String> call(List<String> arguments, OptionalInt umask) {
    ImmutableList.Builder<String> call = ImmutableList.builder();
    if (umask.isPresent()) {
      // Java cannot set it for a child, a shell can.
      call.add(
          "/bin/sh", "-c", "umask " + Integer.toOctalString(umask.getAsInt()) + "; exec \"$@\"");
      call.add("sh");
    }
    return call.addAll(words).addAll(arguments).build();
  }
}
