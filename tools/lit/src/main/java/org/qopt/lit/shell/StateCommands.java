package org.qopt.lit.shell;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.qopt.lit.CommandIo;

/** The commands that change the shell itself. */
final class StateCommands {
  private StateCommands() {}

  static int cd(List<String> words, CommandIo io, ShellState state) {
    if (words.size() != 2) {
      io.err().println("'cd' supports only one argument");
      return 1;
    }
    Path folder = state.directory().resolve(words.get(1));
    if (!Files.isDirectory(folder)) {
      io.err().println("cd: " + words.get(1) + ": No such directory");
      return 1;
    }
    state.changeDirectory(folder);
    return 0;
  }

  static int export(List<String> words, CommandIo io, ShellState state) {
    if (words.size() != 2 || words.get(1).indexOf('=') <= 0) {
      io.err().println("'export' supports only one argument, NAME=VALUE");
      return 1;
    }
    int equal = words.get(1).indexOf('=');
    state.environment().put(words.get(1).substring(0, equal), words.get(1).substring(equal + 1));
    return 0;
  }
}
