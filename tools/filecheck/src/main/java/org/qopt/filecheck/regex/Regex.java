package org.qopt.filecheck.regex;

import java.util.Optional;

/**
 * A POSIX extended regular expression over bytes held as characters, in the mode in which a newline
 * ends a line: {@code ^} and {@code $} match at lines and at the ends of the searched region.
 */
public final class Regex {
  private static final String SPECIAL = "()^$|*+?.[]\\{}";

  /** How the expression is searched for; the two are alike but for back references. */
  private sealed interface Engine {
    /** Linear in the text. */
    record Automaton(Submatches.Expression expression, Nfa nfa) implements Engine {}

    /** For expressions with back references. */
    record Backtracking(BacktrackingSearch search) implements Engine {}
  }

  private final Engine engine;

  private Regex(Engine engine) {
    this.engine = engine;
  }

  /**
   * Compiles an expression.
   *
   * @param ere the expression
   * @param ignoreCase whether ASCII letters match in either case
   * @throws RegexSyntaxException if it is none
   */
  public static Regex compile(String ere, boolean ignoreCase) throws RegexSyntaxException {
    EreParser.Parsed parsed = EreParser.parse(ere);
    Node root = parsed.root();
    if (hasBackReference(root)) {
      return new Regex(new Engine.Backtracking(new BacktrackingSearch(root, ignoreCase)));
    }
    Submatches.Expression expression = new Submatches.Expression(root, parsed.groups(), ignoreCase);
    return new Regex(new Engine.Automaton(expression, Nfa.of(root, ignoreCase)));
  }

  private static boolean hasBackReference(Node node) {
    return switch (node) {
      case Node.BackReference _ -> true;
      case Node.Group(int _, Node body) -> hasBackReference(body);
      case Node.Choice(var alternatives) -> alternatives.stream().anyMatch(Regex::hasBackReference);
      case Node.Sequence(var parts) -> parts.stream().anyMatch(Regex::hasBackReference);
      case Node.Repeat repeat -> hasBackReference(repeat.body());
      case Node.Bytes _, Node.Anchor _ -> false;
    };
  }

  /**
   * {@return the number of groups of an expression}
   *
   * @throws RegexSyntaxException if it is none
   */
  public static int countGroups(String ere) throws RegexSyntaxException {
    return EreParser.parse(ere).groups();
  }

  /** {@return an expression that matches just {@code text}} */
  public static String quote(String text) {
    StringBuilder quoted = new StringBuilder(text.length() + 8);
    for (int i = 0; i < text.length(); i++) {
      if (SPECIAL.indexOf(text.charAt(i)) >= 0) {
        quoted.append('\\');
      }
      quoted.append(text.charAt(i));
    }
    return quoted.toString();
  }

  /** {@return whether a match can hold a newline; perhaps not, even if this says so} */
  public boolean crossesLines() {
    return switch (engine) {
      case Engine.Backtracking _ -> true;
      case Engine.Automaton automaton -> automaton.nfa().crossesLines();
    };
  }

  /**
   * Searches a part of a region, in which every match lies; where lines, words and the region begin
   * and end is told by the region. An expression with back references is looked for in all of it.
   *
   * @param from the first character of the part
   * @param to the character after it
   * @return the longest of the leftmost matches in the part, if any
   */
  public Optional<RegexMatch> find(byte[] text, int start, int end, int from, int to) {
    return switch (engine) {
      case Engine.Backtracking(BacktrackingSearch search) -> search.find(text, start, end);
      case Engine.Automaton automaton -> find(automaton, text, start, end, from, to);
    };
  }

  /**
   * Searches a region.
   *
   * @param text where to search
   * @param start the first character of the region
   * @param end the character after the region
   * @return the longest of the leftmost matches, if any
   */
  public Optional<RegexMatch> find(byte[] text, int start, int end) {
    return find(text, start, end, start, end);
  }

  private static Optional<RegexMatch> find(
      Engine.Automaton automaton, byte[] text, int start, int end, int from, int to) {
    NfaRun run = new NfaRun(automaton.nfa(), text, start, end);
    if (!run.search(from, to)) {
      return Optional.empty();
    }
    int first = run.matchStart();
    int last = run.matchEnd();
    return Optional.of(
        new RegexMatch(
            first, last, () -> groups(automaton.expression(), text, start, end, first, last)));
  }

  private static int[] groups(
      Submatches.Expression expression, byte[] text, int start, int end, int from, int to) {
    try {
      return Submatches.find(expression, text, start, end, from, to);
    } catch (RegexSyntaxException e) {
      throw new IllegalStateException("the parts are smaller than the whole", e);
    }
  }
}
