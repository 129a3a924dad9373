package org.qopt.lit.update;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** Says how much a directive and a line of output have in common. */
final class Likeness {
  private Likeness() {}

  /** {@return the part of their words that both have, from 0 to 1} */
  static double of(String pattern, String line) {
    Set<String> first = words(pattern.replaceAll("\\{\\{.*?}}|\\[\\[.*?]]", " "));
    Set<String> second = words(line);
    Set<String> both = new HashSet<>(first);
    both.retainAll(second);
    int smaller = Math.min(first.size(), second.size());
    return smaller == 0 ? 0 : (double) both.size() / smaller;
  }

  private static Set<String> words(String text) {
    Set<String> words = new HashSet<>(Arrays.asList(text.split("[^\\w.]+")));
    words.removeIf(word -> word.isEmpty() || word.matches("\\d+|arg\\d+"));
    return words;
  }
}
