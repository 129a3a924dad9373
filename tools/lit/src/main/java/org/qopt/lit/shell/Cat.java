package org.qopt.lit.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.qopt.lit.Command;
import org.qopt.lit.CommandIo;

/** {@code cat [file]...}; {@code -} and no file at all are standard input. */
final class Cat implements Command {
  @Override
  public int run(List<String> arguments, CommandIo io) throws IOException {
    int status = 0;
    for (String file : arguments.isEmpty() ? List.of("-") : arguments) {
      if (file.equals("-")) {
        io.in().transferTo(io.out());
        continue;
      }
      try {
        io.out().write(Files.readAllBytes(io.directory().resolve(file)));
      } catch (IOException e) {
        io.err().println("cat: " + FileProblem.describe(e));
        status = 1;
      }
    }
    return status;
  }
}
