package org.qopt.target.c;

import java.util.HashMap;
import java.util.Map;

/**
 * Identifiers made of names that models give. Each has a prefix that no kernel and no macro of the
 * library has, so that it cannot be a word of the language either.
 */
final class CNames {
  private static final int LONGEST = 32;

  private final Map<String, Integer> taken = new HashMap<>();

  /**
   * {@return an identifier that was not given before}
   *
   * @param prefix what it begins with
   * @param name the name of a value; of several with semicolons between the first counts, and of a
   *     long one the end
   * @param suffix what it ends with, but for a number
   */
  String unique(String prefix, String name, String suffix) {
    String base = prefix + cut(identifier(name.replaceFirst("(?<=.);.*", ""))) + suffix;
    String candidate = base;
    while (taken.putIfAbsent(candidate, 1) != null) {
      candidate = base + "_" + taken.merge(base, 1, Integer::sum);
    }
    return candidate;
  }

  /** {@return the letters and digits of {@code name}, all else as single underscores} */
  static String identifier(String name) {
    String text = name.replaceAll("[^A-Za-z0-9]+", "_").replaceAll("^_+|_+$", "");
    return text.isEmpty() ? "unnamed" : text;
  }

  /** {@return what the names that a program's users see begin with, for a file of this name} */
  static String prefix(String file) {
    String text = identifier(file);
    return Character.isDigit(text.charAt(0)) ? "model_" + text : text;
  }

  /** {@return whether a file of this name can be included} */
  static boolean isPlain(String file) {
    return file.matches("[A-Za-z0-9_.+-]+");
  }

  private static String cut(String name) {
    return name.length() <= LONGEST
        ? name
        : name.substring(name.length() - LONGEST).replaceAll("^_+", "");
  }
}
