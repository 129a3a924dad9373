package org.qopt.filecheck;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a line into words as a shell does: blanks part them, quotes and backslashes keep them whole.
 */
final class CommandWords {
  private CommandWords() {}

  static List<String> split(String line) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    boolean open = false;
    char quote = '\0';
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '\\' && quote != '\'' && i + 1 < line.length()) {
        word.append(line.charAt(++i));
        open = true;
      } else if (quote != '\0') {
        quote = append(word, c, quote);
      } else if (c == '"' || c == '\'') {
        quote = c;
        open = true;
      } else if (!Character.isWhitespace(c)) {
        word.append(c);
        open = true;
      } else if (open) {
        words.add(word.toString());
        word.setLength(0);
        open = false;
      }
    }
    if (open) {
      words.add(word.toString());
    }
    return words;
  }

  /** Adds what stands in quotes; returns the quote that is still open. */
  private static char append(StringBuilder word, char c, char quote) {
    if (c == quote) {
      return '\0';
    }
    word.append(c);
    return quote;
  }
}
