package org.qopt.lit.update;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A pattern that no longer finds its line, with its plain words changed to those of the line and
 * its blocks, such as {@code [[X:[0-9]+]]}, left where they still match.
 */
final class MendedPattern {
  private static final Pattern WORD = Pattern.compile("\\w+|[^\\w\\s]");

  /** A word that stays counts more than a block that matches; two in one place more than none. */
  private static final double SAME_WORD = 2;

  private static final double BLOCK = 1.5;
  private static final double SAME_PLACE = 0.1;

  /** How much each word counts against it that stands between others and has no part. */
  private static final double SKIPPED = 0.15;

  /** What it counts that a block matches nothing. */
  private static final double EMPTY = 0.5;

  /** How much each further word that a block matches counts against it. */
  private static final double FURTHER = 0.1;

  /** More words than a block in a line of text matches, unless it matches anything. */
  private static final int LONGEST_BLOCK = 12;

  private final List<CheckPattern.Part> parts;
  private final String line;
  private final List<Word> words = new ArrayList<>();
  private final Map<String, String> variables;
  private final Step[][] steps;

  /** A word of the line. */
  private record Word(int start, int end) {}

  /**
   * What becomes of a part of the pattern at a word of the line.
   *
   * @param score of this and all that follows
   * @param parts how many parts are done with
   * @param words how many words are
   * @param pairs whether they stand for each other
   */
  private record Step(double score, int parts, int words, boolean pairs) {}

  private MendedPattern(String pattern, String line, Map<String, String> variables) {
    this.parts = CheckPattern.parts(pattern, WORD);
    this.line = line;
    this.variables = variables;
    Matcher word = WORD.matcher(line);
    while (word.find()) {
      words.add(new Word(word.start(), word.end()));
    }
    this.steps = new Step[parts.size() + 1][words.size() + 1];
  }

  /**
   * {@return the mended pattern; empty if none of its blocks would stay, and of its words less than
   * half}
   *
   * @param pattern the pattern as it is written
   * @param line the line that it meant
   * @param variables what the variables hold that are defined above it
   */
  static Optional<String> of(String pattern, String line, Map<String, String> variables) {
    return new MendedPattern(pattern, line, variables).mended();
  }

  private Optional<String> mended() {
    align();
    StringBuilder pattern = new StringBuilder();
    // What is written of the line so far, and how much of it there is to write.
    int written = -1;
    int end = -1;
    boolean any = false;
    int same = 0;
    for (int p = 0, w = 0; p < parts.size() && w < words.size(); ) {
      Step step = steps[p][w];
      if (step.pairs()) {
        int start = words.get(w).start();
        written = written < 0 ? start : written;
        end = step.words() == 0 ? start : words.get(w + step.words() - 1).end();
        if (parts.get(p).isBlock()) {
          any = true;
          pattern.append(LineWriter.escape(line.substring(written, start)));
          pattern.append(parts.get(p).text());
          written = end;
        } else if (isWord(parts.get(p)) && parts.get(p).text().equals(text(w, w + 1))) {
          same++;
        }
      }
      p += step.parts();
      w += step.words();
    }
    if (!any && 2 * same < parts.stream().filter(MendedPattern::isWord).count() || written < 0) {
      return Optional.empty();
    }
    String text = pattern + LineWriter.escape(line.substring(written, end));
    return new CheckPattern(text).bind(line, variables).map(_ -> text);
  }

  /** Finds the best way to read the line by the pattern, from the end of both. */
  private void align() {
    for (int p = parts.size(); p >= 0; p--) {
      for (int w = words.size(); w >= 0; w--) {
        steps[p][w] = best(p, w);
      }
    }
  }

  private Step best(int p, int w) {
    if (w == words.size()) {
      return new Step(0, 1, 0, false);
    }
    if (p == parts.size()) {
      return new Step(0, 0, 1, false);
    }
    // Of equal ways that one counts which pairs, and early, so that it shows less of the line.
    Step best = paired(p, w);
    best = better(best, new Step(steps[p + 1][w].score(), 1, 0, false));
    double cost = p == 0 ? 0 : SKIPPED;
    return better(best, new Step(steps[p][w + 1].score() - cost, 0, 1, false));
  }

  private Step paired(int p, int w) {
    CheckPattern.Part part = parts.get(p);
    if (!part.isBlock()) {
      double score = alike(part.text(), text(w, w + 1)) + steps[p + 1][w + 1].score();
      return new Step(score, 1, 1, true);
    }
    Step best = new Step(Double.NEGATIVE_INFINITY, 1, 0, false);
    boolean anything = part.regex().equals(Optional.of(".*"));
    for (int n = 1; (anything || n <= LONGEST_BLOCK) && w + n <= words.size(); n++) {
      if (anything || matches(part, text(w, w + n))) {
        double length = Math.min(n, LONGEST_BLOCK) - 1;
        double score = BLOCK - FURTHER * length + steps[p + 1][w + n].score();
        best = better(best, new Step(score, 1, n, true));
      }
    }
    return matches(part, "")
        ? better(best, new Step(EMPTY + steps[p + 1][w].score(), 1, 0, true))
        : best;
  }

  /** {@return what it counts that a word takes the place of another; a mark takes no word's} */
  private static double alike(String word, String other) {
    if (word.equals(other)) {
      return SAME_WORD;
    }
    if (!Character.isLetterOrDigit(word.charAt(0)) || !Character.isLetterOrDigit(other.charAt(0))) {
      return -SAME_PLACE;
    }
    boolean number = Character.isDigit(word.charAt(0));
    return number == Character.isDigit(other.charAt(0)) ? 2 * SAME_PLACE : SAME_PLACE;
  }

  private static Step better(Step one, Step other) {
    return other.score() > one.score() ? other : one;
  }

  private static boolean isWord(CheckPattern.Part part) {
    return !part.isBlock() && Character.isLetterOrDigit(part.text().charAt(0));
  }

  private String text(int from, int to) {
    return line.substring(words.get(from).start(), words.get(to - 1).end());
  }

  private boolean matches(CheckPattern.Part block, String text) {
    if (block.number()) {
      return text.matches("-?(0x)?[0-9a-fA-F]+");
    }
    if (block.regex().isEmpty()) {
      return text.equals(variables.get(block.name()));
    }
    try {
      return Pattern.matches(block.regex().get(), text);
    } catch (PatternSyntaxException e) {
      return false;
    }
  }
}
