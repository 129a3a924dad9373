package org.qopt.lit.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.qopt.lit.Command;
import org.qopt.lit.CommandIo;

/** {@code rm [-f] [-r] path...}. */
final class Rm implements Command {
  @Override
  public int run(List<String> arguments, CommandIo io) {
    boolean force = false;
    boolean recursive = false;
    int status = 0;
    for (String argument : arguments) {
      if (argument.matches("-[rRf]+|--recursive|--force")) {
        force |= argument.indexOf('f') >= 0;
        recursive |= !argument.equals("--force") && argument.toLowerCase().indexOf('r') >= 0;
        continue;
      }
      try {
        remove(io.directory().resolve(argument), force, recursive);
      } catch (IOException e) {
        io.err().println("rm: " + FileProblem.describe(e));
        status = 1;
      }
    }
    return status;
  }

  private static void remove(Path path, boolean force, boolean recursive) throws IOException {
    if (force && !Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    boolean folder = Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
    if (folder && !recursive) {
      throw new IOException(path + ": Is a directory");
    }
    if (!folder) {
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
