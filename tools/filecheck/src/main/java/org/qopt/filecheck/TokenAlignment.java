package org.qopt.filecheck;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lays the tokens of a pattern beside those of a line so that as few as possible differ. */
final class TokenAlignment {
  private final SourceText input;
  private final List<Token> pattern;
  private final List<Token> line;

  /** The least number of differences from a token of the pattern and one of the line on. */
  private final int[][] costs;

  private TokenAlignment(SourceText input, List<Token> pattern, List<Token> line) {
    this.input = input;
    this.pattern = pattern;
    this.line = line;
    this.costs = new int[pattern.size() + 1][line.size() + 1];
  }

  /** {@return notes on the differences, in the order of the line; none if all can be laid} */
  static List<Diagnostic> differences(SourceText input, List<Token> pattern, List<Token> line) {
    TokenAlignment alignment = new TokenAlignment(input, pattern, line);
    alignment.compute();
    return alignment.follow();
  }

  /** What stands in the line before the pattern begins and after it ends is no difference. */
  private void compute() {
    for (int i = pattern.size() - 1; i >= 0; i--) {
      for (int j = line.size(); j >= 0; j--) {
        costs[i][j] = cost(i, j);
      }
    }
  }

  private int cost(int i, int j) {
    int best = costs[i + 1][j] + (isEmptyBlock(i, j) ? 0 : 1);
    if (j == line.size()) {
      return best;
    }
    best = Math.min(best, costs[i][j + 1] + 1);
    if (!pattern.get(i).isBlock()) {
      return Math.min(best, costs[i + 1][j + 1] + (isSame(i, j) ? 0 : 1));
    }
    best = Math.min(best, costs[i + 1][j + 1] + 1);
    for (int k = j + 1; k <= line.size(); k++) {
      if (costs[i + 1][k] < best && holds(i, j, k)) {
        best = costs[i + 1][k];
      }
    }
    return best;
  }

  private List<Diagnostic> follow() {
    List<Diagnostic> notes = new ArrayList<>();
    int i = 0;
    int j = begin();
    while (i < pattern.size()) {
      int block = blockEnd(i, j);
      if (block >= 0) {
        i++;
        j = block;
      } else if (j < line.size() && costs[i][j] == costs[i + 1][j + 1] + (isSame(i, j) ? 0 : 1)) {
        differing(i, j).ifPresent(notes::add);
        i++;
        j++;
      } else if (costs[i][j] == costs[i + 1][j] + 1) {
        notes.add(Diagnostic.note(place(j), "expected " + shown(i) + " here"));
        i++;
      } else {
        notes.add(Diagnostic.note(line.get(j).place(), quoted(j) + " is not expected here"));
        j++;
      }
    }
    return notes;
  }

  private int begin() {
    int best = 0;
    for (int j = 1; j <= line.size(); j++) {
      best = costs[0][j] < costs[0][best] ? j : best;
    }
    return best;
  }

  /** {@return where a block ends that matches, or -1 if there is none here} */
  private int blockEnd(int i, int j) {
    if (!pattern.get(i).isBlock()) {
      return -1;
    }
    if (isEmptyBlock(i, j) && costs[i + 1][j] == costs[i][j]) {
      return j;
    }
    for (int k = j + 1; k <= line.size(); k++) {
      if (costs[i + 1][k] == costs[i][j] && holds(i, j, k)) {
        return k;
      }
    }
    return -1;
  }

  private Optional<Diagnostic> differing(int i, int j) {
    if (isSame(i, j)) {
      return Optional.empty();
    }
    String problem =
        pattern.get(i).isBlock()
            ? quoted(j) + " does not match " + shown(i)
            : "expected " + shown(i) + ", but found " + quoted(j);
    return Optional.of(Diagnostic.note(line.get(j).place(), problem));
  }

  private boolean isSame(int i, int j) {
    return pattern.get(i).text().equals(line.get(j).text());
  }

  private boolean isEmptyBlock(int i, int j) {
    int at = place(j).start();
    return pattern.get(i).isBlock() && pattern.get(i).matches(input, at, at);
  }

  /** {@return whether a block matches the tokens from {@code j} to before {@code k}} */
  private boolean holds(int i, int j, int k) {
    return pattern
        .get(i)
        .matches(input, line.get(j).place().start(), line.get(k - 1).place().end());
  }

  private Span place(int j) {
    return j < line.size()
        ? line.get(j).place().head()
        : input.position(line.isEmpty() ? 0 : line.getLast().place().end());
  }

  private String shown(int i) {
    Token token = pattern.get(i);
    String source = token.place().text();
    return token.text().filter(text -> !text.equals(source)).map(t -> source + " = ").orElse("")
        + (token.isBlock() ? source : "\"" + token.text().orElseThrow() + "\"");
  }

  private String quoted(int j) {
    return "\"" + line.get(j).place().text() + "\"";
  }
}
