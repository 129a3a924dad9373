package org.qopt.lit.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.qopt.lit.Command;
import org.qopt.lit.CommandIo;

/** {@code mkdir [-p] folder...}. */
final class Mkdir implements Command {
  @Override
  public int run(List<String> arguments, CommandIo io) {
    boolean parents = arguments.contains("-p");
    List<String> folders = arguments.stream().filter(a -> !a.equals("-p")).toList();
    if (folders.isEmpty()) {
      io.err().println("mkdir: missing operand");
      return 1;
    }
    int status = 0;
    for (String folder : folders) {
      try {
        Path path = io.directory().resolve(folder);
        if (parents) {
          Files.createDirectories(path);
        } else {
          Files.createDirectory(path);
        }
      } catch (IOException e) {
        io.err().println("mkdir: " + FileProblem.describe(e));
        status = 1;
      }
    }
    return status;
  }
}
