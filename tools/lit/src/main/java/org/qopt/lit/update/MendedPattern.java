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

  /** How much each further word that a block matches counts against it. */
  private static final double FURTHER = 0.1;

  /** More words than a block in a line of text matches. */
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
   */
  private record Step(double score, int parts, int words) {
    boolean pairs() {
      return parts > 0 && words > 0;
    }
  }

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
   * {@return the mended pattern; empty if none of its blocks would stay}
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
    int[] blocks = new int[words.size()];
    int first = -1;
    int end = -1;
    boolean any = false;
    for (int p = 0, w = 0; p < parts.size() && w < words.size(); ) {
      Step step = steps[p][w];
      if (step.pairs()) {
        any |= parts.get(p).isBlock();
        blocks[w] = parts.get(p).isBlock() ? p + 1 : 0;
        first = first < 0 ? w : first;
        end = w + step.words();
      }
      p += step.parts();
      w += step.words();
    }
    if (!any) {
      return Optional.empty();
    }
    String text = text(blocks, first, end);
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
    Step best = new Step(0, 0, 1);
    if (p == parts.size() || w == words.size()) {
      return w == words.size() ? new Step(0, 1, 0) : best;
    }
    best = new Step(steps[p][w + 1].score(), 0, 1);
    best = better(best, new Step(steps[p + 1][w].score(), 1, 0));
    CheckPattern.Part part = parts.get(p);
    if (!part.isBlock()) {
      double score = alike(part.text(), text(w, w + 1)) + steps[p + 1][w + 1].score();
      return better(best, new Step(score, 1, 1));
    }
    for (int n = 1; n <= LONGEST_BLOCK && w + n <= words.size(); n++) {
      if (matches(part, text(w, w + n))) {
        double score = BLOCK - FURTHER * (n - 1) + steps[p + 1][w + n].score();
        best = better(best, new Step(score, 1, n));
      }
    }
    return best;
  }

  /** {@return what it counts that a word takes the place of another; a mark takes no word's} */
  private static double alike(String word, String other) {
    if (word.equals(other)) {
      return SAME_WORD;
    }
    boolean words = Character.isLetterOrDigit(word.charAt(0));
    return words && Character.isLetterOrDigit(other.charAt(0)) ? SAME_PLACE : -SAME_PLACE;
  }

  private static Step better(Step one, Step other) {
    return other.score() > one.score() ? other : one;
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

  /**
   * {@return the words of the line as a pattern}
   *
   * @param blocks for each word 0, or one more than the index of the block that begins there
   */
  private String text(int[] blocks, int from, int to) {
    StringBuilder pattern = new StringBuilder();
    int literal = words.get(from).start();
    int w = from;
    while (w < to) {
      if (blocks[w] == 0) {
        w++;
        continue;
      }
      int block = blocks[w] - 1;
      pattern.append(LineWriter.escape(line.substring(literal, words.get(w).start())));
      pattern.append(parts.get(block).text());
      w += steps[block][w].words();
      literal = words.get(w - 1).end();
    }
    return pattern + LineWriter.escape(line.substring(literal, words.get(to - 1).end()));
  }
}
