package org.qopt.lit.update;

import com.google.common.collect.ImmutableList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * What a directive looks for, near enough to find the line that it meant; whether a directive holds
 * is decided by {@code filecheck} alone.
 *
 * @param text the pattern as it is written
 */
record CheckPattern(String text) {
  private static final Pattern PART =
      Pattern.compile("\\{\\{(.*?)}}|\\[\\[(\\$?\\w+)(?::(.*?))?]]|\\[\\[#.*?]]");

  /**
   * A block or a word of a pattern.
   *
   * @param text as it is written
   * @param isBlock whether it is a block
   * @param number whether it is a block about a number
   * @param name the variable of a block, or nothing
   * @param regex what a block matches, unless that is the value of its variable
   */
  record Part(String text, boolean isBlock, boolean number, String name, Optional<String> regex) {}

  /** {@return the blocks of a pattern and the words between them} */
  static ImmutableList<Part> parts(String text, Pattern word) {
    ImmutableList.Builder<Part> parts = ImmutableList.builder();
    Matcher block = PART.matcher(text);
    int seen = 0;
    while (block.find()) {
      addWords(text.substring(seen, block.start()), word, parts);
      String name = block.group(2) == null ? "" : block.group(2);
      Optional<String> regex =
          Optional.ofNullable(block.group(1) != null ? block.group(1) : block.group(3));
      boolean number = block.group(1) == null && name.isEmpty();
      parts.add(new Part(block.group(), true, number, name, regex));
      seen = block.end();
    }
    addWords(text.substring(seen), word, parts);
    return parts.build();
  }

  /** {@return the blocks of a pattern, as they are written} */
  static ImmutableList<String> blocks(String text) {
    return PART.matcher(text)
        .results()
        .map(MatchResult::group)
        .collect(ImmutableList.toImmutableList());
  }

  private static void addWords(String text, Pattern word, ImmutableList.Builder<Part> parts) {
    word.matcher(text)
        .results()
        .forEach(w -> parts.add(new Part(w.group(), false, false, "", Optional.empty())));
  }

  /** {@return the names of the string variables whose value it looks for} */
  ImmutableList<String> uses() {
    ImmutableList.Builder<String> names = ImmutableList.builder();
    Matcher part = PART.matcher(text);
    while (part.find()) {
      if (part.group(2) != null && part.group(3) == null) {
        names.add(part.group(2));
      }
    }
    return names.build();
  }

  /** {@return the names of the variables that it defines} */
  ImmutableList<String> definitions() {
    ImmutableList.Builder<String> names = ImmutableList.builder();
    Matcher part = PART.matcher(text);
    while (part.find()) {
      if (part.group(3) != null) {
        names.add(part.group(2));
      }
    }
    return names.build();
  }

  /** {@return whether it could be found in a line, whatever its variables hold} */
  boolean mayMatch(String line) {
    return bind(line, Optional.empty()).isPresent();
  }

  /** {@return what its variables hold when it is found in a line; empty if it is not} */
  Optional<Map<String, String>> bind(String line, Map<String, String> variables) {
    return bind(line, Optional.of(variables));
  }

  private Optional<Map<String, String>> bind(String line, Optional<Map<String, String>> variables) {
    StringBuilder regex = new StringBuilder();
    Map<String, Integer> groups = new HashMap<>();
    int group = 0;
    Matcher part = PART.matcher(text);
    int seen = 0;
    while (part.find()) {
      regex.append(literal(text.substring(seen, part.start())));
      seen = part.end();
      if (part.group(1) != null) {
        regex.append("(?:").append(part.group(1)).append(')');
        group += countGroups(part.group(1));
      } else if (part.group(3) != null) {
        regex.append('(').append(part.group(3)).append(')');
        groups.put(part.group(2), ++group);
        group += countGroups(part.group(3));
      } else if (part.group(2) != null && groups.containsKey(part.group(2))) {
        regex.append('\\').append(groups.get(part.group(2)));
      } else if (part.group(2) != null && variables.isPresent()) {
        String value = variables.get().get(part.group(2));
        if (value == null) {
          return Optional.empty();
        }
        regex.append(Pattern.quote(value));
      } else {
        regex.append(".*?");
      }
    }
    regex.append(literal(text.substring(seen)));
    try {
      Matcher matcher = Pattern.compile(regex.toString()).matcher(line);
      if (!matcher.find()) {
        return Optional.empty();
      }
      Map<String, String> bound = new HashMap<>();
      groups.forEach((name, number) -> bound.put(name, matcher.group(number)));
      return Optional.of(bound);
    } catch (PatternSyntaxException e) {
      return Optional.empty();
    }
  }

  private static String literal(String text) {
    StringBuilder regex = new StringBuilder();
    for (String word : text.split("(?<=\\s)(?=\\S)|(?<=\\S)(?=\\s)")) {
      regex.append(word.isBlank() && !word.isEmpty() ? "\\s+" : Pattern.quote(word));
    }
    return regex.toString();
  }

  private static int countGroups(String regex) {
    try {
      return Pattern.compile(regex).matcher("").groupCount();
    } catch (PatternSyntaxException e) {
      return 0;
    }
  }
}
