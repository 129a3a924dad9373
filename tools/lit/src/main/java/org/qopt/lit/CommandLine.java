package org.qopt.lit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qopt.lit.Flags.Flag;

/** Arguments, sorted into flags with their values and into paths. */
final class CommandLine {
  private final Path directory;
  private final Map<String, List<Value>> flags = new LinkedHashMap<>();
  private final List<String> paths = new ArrayList<>();

  private CommandLine(Path directory) {
    this.directory = directory;
  }

  /** A flag with its value, which is empty for one that has none. */
  record Value(Flag flag, String text) {
    int number(int least, String kind) throws LitException {
      String digits = text.strip();
      if (digits.matches("\\d{1,9}") && Integer.parseInt(digits) >= least) {
        return Integer.parseInt(digits);
      }
      throw error("requires " + kind + " integer, but found '" + text + "'");
    }

    LitException error(String message) {
      return new LitException("lit: error: argument " + flag.names() + ": " + message);
    }
  }

  /**
   * Reads arguments.
   *
   * @param arguments the words; {@code @FILE} stands for the lines of a file
   * @param directory what files are relative to
   */
  static CommandLine parse(List<String> arguments, Path directory) throws LitException {
    CommandLine line = new CommandLine(directory);
    Deque<String> rest = new ArrayDeque<>(arguments);
    while (!rest.isEmpty()) {
      line.add(rest.pop(), rest);
    }
    return line;
  }

  private void add(String argument, Deque<String> rest) throws LitException {
    if (argument.startsWith("@")) {
      List<String> lines = new ArrayList<>(lines(argument.substring(1)));
      lines.reversed().forEach(rest::push);
    } else if (argument.equals("--")) {
      paths.addAll(rest);
      rest.clear();
    } else if (!argument.startsWith("-") || argument.equals("-")) {
      paths.add(argument);
    } else {
      addFlag(argument, rest);
    }
  }

  private List<String> lines(String file) throws LitException {
    try {
      return Files.readAllLines(directory.resolve(file));
    } catch (IOException e) {
      throw new LitException("lit: error: cannot read '" + file + "'");
    }
  }

  private void addFlag(String argument, Deque<String> rest) throws LitException {
    boolean isLong = argument.startsWith("--");
    int equal = isLong ? argument.indexOf('=') : -1;
    String name = equal < 0 ? argument : argument.substring(0, equal);
    if (!isLong && argument.length() > 2 && !argument.equals("-vv")) {
      if (Flags.isBundle(argument)) {
        for (int i = 1; i < argument.length(); i++) {
          addFlag("-" + argument.charAt(i), rest);
        }
        return;
      }
      name = argument.substring(0, 2);
    }
    Flag flag = Flags.find(name);
    if (!flag.hasValue()) {
      if (!name.equals(argument)) {
        throw new Value(flag, "")
            .error("ignored explicit argument '" + behind(argument, name) + "'");
      }
      put(new Value(flag, ""));
    } else if (!name.equals(argument)) {
      put(new Value(flag, behind(argument, name)));
    } else if (rest.isEmpty() || isFlag(rest.peek())) {
      throw new Value(flag, "").error("expected one argument");
    } else {
      put(new Value(flag, rest.pop()));
    }
  }

  /** {@return whether a word is no value: one may be a number, and flags hold no blanks} */
  private static boolean isFlag(String word) {
    return word.startsWith("-") && word.length() > 1 && !word.matches("-\\d*\\.?\\d+|.* .*");
  }

  private static String behind(String argument, String name) {
    String value = argument.substring(name.length());
    return value.startsWith("=") ? value.substring(1) : value;
  }

  private void put(Value value) {
    flags.computeIfAbsent(value.flag().name(), _ -> new ArrayList<>()).add(value);
  }

  boolean has(String name) {
    return flags.containsKey(name);
  }

  /** {@return the value of a flag, the last if there are several} */
  Optional<Value> value(String name) {
    return flags.containsKey(name) ? Optional.of(flags.get(name).getLast()) : Optional.empty();
  }

  /** {@return all values of a flag} */
  List<String> values(String name) {
    return flags.getOrDefault(name, List.of()).stream().map(Value::text).toList();
  }

  /** {@return the value of a flag, or that of an environment variable} */
  Optional<Value> value(String name, String variable, Map<String, String> environment)
      throws LitException {
    Optional<Value> given = value(name);
    String inherited = environment.getOrDefault(variable, "");
    if (given.isPresent() || inherited.isEmpty()) {
      return given;
    }
    return Optional.of(new Value(Flags.find(name), inherited));
  }

  List<String> paths() {
    return paths;
  }
}
