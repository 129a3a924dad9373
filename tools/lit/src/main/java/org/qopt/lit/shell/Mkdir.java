package org.qopt.lit.shell;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.qopt.lit.CommandIo;
import org.qopt.lit.shell.StateCommands.Refusal;

/** {@code mkdir [-p] folder...}. What is there already is left alone, with or without the flag. */
final class Mkdir implements StateCommands.StateCommand {
  @Override
  public int run(List<String> arguments, CommandIo io, ShellState state) throws Refusal {
    Options options;
    try {
      options = Options.parse(arguments, "p", List.of());
    } catch (Options.BadOptionException e) {
      throw new Refusal("Unsupported: 'mkdir':  " + e.getMessage());
    }
    if (options.operands().isEmpty()) {
      throw new Refusal("Error: 'mkdir' is missing an operand");
    }
    int status = 0;
    for (String folder : options.operands()) {
      try {
        Path path = io.directory().resolve(folder);
        if (options.has("p")) {
          Files.createDirectories(path);
        } else {
          Files.createDirectory(path);
        }
        Permissions.restrict(path, state.umask());
      } catch (FileAlreadyExistsException e) {
        // The run before this one has made it.
      } catch (IOException e) {
        io.err().println("Error: 'mkdir' command failed, " + FileProblem.describe(e));
        status = 1;
      }
    }
    return status;
  }
}
