package org.qopt.lit.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.qopt.lit.CommandIo;
import org.qopt.lit.shell.StateCommands.Refusal;

/** {@code rm [-f] [-r] path...}. */
final class Rm implements StateCommands.StateCommand {
  @Override
  public int run(List<String> arguments, CommandIo io, ShellState state) throws Refusal {
    Options options;
    try {
      options = Options.parse(arguments, "frR", List.of("recursive"));
    } catch (Options.BadOptionException e) {
      throw new Refusal("Unsupported: 'rm':  " + e.getMessage());
    }
    if (options.operands().isEmpty()) {
      throw new Refusal("Error: 'rm' is missing an operand");
    }
    boolean recursive = options.has("r") || options.has("R") || options.has("recursive");
    int status = 0;
    for (String operand : options.operands()) {
      Path path = io.directory().resolve(operand);
      if (options.has("f") && !Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
        continue;
      }
      if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS) && !recursive) {
        io.err().println("Error: " + path + " is a directory");
        status = 1;
        continue;
      }
      try {
        remove(path);
      } catch (IOException e) {
        io.err().println("Error: 'rm' command failed, " + FileProblem.describe(e));
        status = 1;
      }
    }
    return status;
  }

  private static void remove(Path path) throws IOException {
    if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
      Files.delete(path);
      return;
    }
    List<Path> inside;
    try (Stream<Path> walk = Files.walk(path)) {
      inside = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path entry : inside) {
      Files.delete(entry);
    }
  }
}
