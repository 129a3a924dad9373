package org.qopt.lit.update;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says how much a directive and a line of output have in common. */
final class Likeness {
  private static final String BLOCK = "\\{\\{.*?}}|\\[\\[.*?]]";

  /** Results, if any, and the word behind them. */
  private static final Pattern START = Pattern.compile("(?:[%\\w$.:, -]*= )?\\W*([\\w.]+)");

  private Likeness() {}

  /** {@return the part of their words that both have, from 0 to 1} */
  static double of(String pattern, String line) {
    Set<String> first = words(pattern.replaceAll(BLOCK, " "));
    Set<String> second = words(line);
    Set<String> both = new HashSet<>(first);
    both.retainAll(second);
    int smaller = Math.min(first.size(), second.size());
    return smaller == 0 ? 0 : (double) both.size() / smaller;
  }

  /** {@return whether the word with which a pattern begins, results aside, stands in a line} */
  static boolean sameStart(String pattern, String line) {
    Matcher start = START.matcher(pattern.replaceAll(BLOCK, ""));
    return !start.lookingAt() || words(line).contains(start.group(1));
  }

  private static Set<String> words(String text) {
    Set<String> words = new HashSet<>(Arrays.asList(text.split("[^\\w.]+")));
    words.removeIf(word -> word.isEmpty() || word.matches("\\d+|arg\\d+"));
    return words;
  }
}
