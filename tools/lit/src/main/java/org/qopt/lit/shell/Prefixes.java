package org.qopt.lit.shell;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.qopt.lit.CommandIo;

/** The commands that run another one. */
final class Prefixes {
  private static final int FIRST_CRASH_STATUS = 128;

  private Prefixes() {}

  /** Runs the words of a command. */
  @FunctionalInterface
  interface Caller {
    int call(List<String> words, CommandIo io) throws IOException;
  }

  /** {@code not [--crash] command}: turns failure into success; a crash only if asked for. */
  static int not(List<String> arguments, CommandIo io, Caller caller) throws IOException {
    boolean wantsCrash = !arguments.isEmpty() && arguments.getFirst().equals("--crash");
    List<String> words = arguments.subList(wantsCrash ? 1 : 0, arguments.size());
    if (words.isEmpty()) {
      io.err().println("'not' requires a command");
      return 1;
    }
    int status = caller.call(words, io);
    boolean crashed = status >= FIRST_CRASH_STATUS || status < 0;
    if (wantsCrash) {
      return crashed ? 0 : 1;
    }
    return status == 0 || crashed ? 1 : 0;
  }

  /** {@code env [-i] [-u NAME] [NAME=VALUE]... [command]}. */
  static int env(List<String> arguments, CommandIo io, Caller caller) throws IOException {
    Map<String, String> environment = new TreeMap<>(io.environment());
    int i = 0;
    for (; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      int equal = argument.indexOf('=');
      if (argument.equals("-i")) {
        environment.clear();
      } else if (argument.equals("-u") && i + 1 < arguments.size()) {
        environment.remove(arguments.get(++i));
      } else if (equal > 0) {
        environment.put(argument.substring(0, equal), argument.substring(equal + 1));
      } else {
        break;
      }
    }
    if (i == arguments.size()) {
      environment.forEach((name, value) -> io.out().print(name + "=" + value + "\n"));
      return 0;
    }
    Path directory = io.directory();
    return caller.call(
        arguments.subList(i, arguments.size()),
        new CommandIo(io.in(), io.out(), io.err(), directory, environment));
  }
}
