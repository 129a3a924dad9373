package org.qopt.lit.shell;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads the arguments of a built-in command as {@code getopt} does, operands anywhere among them.
 */
final class Options {
  private final String letters;
  private final List<String> words;
  private final List<Option> options = new ArrayList<>();
  private final List<String> operands = new ArrayList<>();

  private Options(String letters, List<String> words) {
    this.letters = letters;
    this.words = words;
  }

  /**
   * An option that was given.
   *
   * @param name a letter, or a word
   * @param value its value, or nothing
   */
  record Option(String name, String value) {}

  /** An option that the command does not have, or that lacks its value. */
  static final class BadOptionException extends Exception {
    private static final long serialVersionUID = 1L;

    BadOptionException(String message) {
      super(message, null, false, false);
    }
  }

  /**
   * Reads arguments.
   *
   * @param letters the one-letter options; a colon follows those that have a value
   * @param words the options that are words
   */
  static Options parse(List<String> arguments, String letters, List<String> words)
      throws BadOptionException {
    Options options = new Options(letters, words);
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      if (argument.equals("--")) {
        options.operands.addAll(arguments.subList(i + 1, arguments.size()));
        break;
      } else if (argument.startsWith("--")) {
        options.addWord(argument.substring(2));
      } else if (argument.startsWith("-") && argument.length() > 1) {
        i += options.addLetters(argument, arguments.subList(i + 1, arguments.size()));
      } else {
        options.operands.add(argument);
      }
    }
    return options;
  }

  private void addWord(String word) throws BadOptionException {
    List<String> meant = words.stream().filter(w -> w.startsWith(word)).toList();
    if (meant.size() != 1) {
      throw new BadOptionException("option --" + word + " not recognized");
    }
    options.add(new Option(meant.getFirst(), ""));
  }

  /** {@return how many of the arguments that follow were used} */
  private int addLetters(String argument, List<String> rest) throws BadOptionException {
    for (int i = 1; i < argument.length(); i++) {
      String letter = argument.substring(i, i + 1);
      int at = letter.equals(":") ? -1 : letters.indexOf(letter);
      if (at < 0) {
        throw new BadOptionException("option -" + letter + " not recognized");
      }
      if (!letters.startsWith(":", at + 1)) {
        options.add(new Option(letter, ""));
        continue;
      }
      if (i + 1 < argument.length()) {
        options.add(new Option(letter, argument.substring(i + 1)));
        return 0;
      }
      if (rest.isEmpty()) {
        throw new BadOptionException("option -" + letter + " requires argument");
      }
      options.add(new Option(letter, rest.getFirst()));
      return 1;
    }
    return 0;
  }

  boolean has(String name) {
    return options.stream().anyMatch(option -> option.name().equals(name));
  }

  List<Option> options() {
    return options;
  }

  List<String> operands() {
    return operands;
  }
}
