package org.qopt.filecheck.regex;

import java.util.Optional;

/**
 * A POSIX extended regular expression over bytes held as characters, in the mode in which a newline
 * ends a line: {@code ^} and {@code $} match at lines and at the ends of the searched region.
 */
public final class Regex {
  /** What LLVM's FileCheck quotes, NUL among it, as it shows. */
  private static final String SPECIAL = "()^$|*+?.[]\\{}\0";

  /** In an expression, holds where a number can begin; no byte, so that no text has it. */
  public static final char NUMBER_START = '\ue000';

  /** In an expression, holds where a number can end. */
  public static final char NUMBER_END = '\ue001';

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
    EreParser.Parsed parsed = EreParser.parse(ere, ignoreCase);
    Node root = parsed.root();
    if (root.hasBackReference()) {
      return new Regex(BacktrackingSearch.of(root, ignoreCase));
    }
    Submatches.Expression expression = new Submatches.Expression(root, parsed.groups(), ignoreCase);
    return new Regex(new AutomatonSearch(expression, Nfa.of(root, ignoreCase)));
  }

  /**
   * {@return the number of groups of an expression}
   *
   * @throws RegexSyntaxException if it is none
   */
  public static int countGroups(String ere) throws RegexSyntaxException {
    return EreParser.parse(ere, false).groups();
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
    return engine.crossesLines();
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
    return engine.find(text, start, end, from, to);
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
}
