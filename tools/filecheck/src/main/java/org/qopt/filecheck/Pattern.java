package org.qopt.filecheck;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The pattern of a directive.
 *
 * @param prefix the prefix that was used
 * @param directive what the directive asks for
 * @param location the text of the pattern in the check file
 * @param fixed the text to find when the pattern is no regular expression
 * @param required a text that each match of the regular expression holds
 * @param pieces the regular expression, cut where substitutions enter; piece {@code i} stands
 *     before substitution {@code i}, so there is one piece more than substitutions
 * @param substitutions what enters between the pieces
 * @param strings the group that captures each string variable
 * @param numbers the group that captures each numeric variable
 * @param floats the group that captures each variable of a float
 * @param line the line of the directive, the value of {@code @LINE}; absent on the command line,
 *     and where the pattern is no regular expression
 * @param ignoreCase whether letters match in either case
 */
record Pattern(
    String prefix,
    Directive directive,
    Span location,
    Optional<Span> fixed,
    Optional<Span> required,
    List<String> pieces,
    List<Substitution> substitutions,
    Map<String, Integer> strings,
    Map<NumericVariable, Integer> numbers,
    Map<String, Integer> floats,
    OptionalInt line,
    boolean ignoreCase) {
  private static final List<String> NO_PIECES = List.of("");

  /** {@return a pattern that matches the end of the input} */
  static Pattern endOfInput(String prefix, Span location) {
    return new Pattern(
        prefix,
        Directive.of(Directive.Kind.END_OF_INPUT),
        location,
        Optional.empty(),
        Optional.empty(),
        List.of(""),
        List.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        OptionalInt.empty(),
        false);
  }

  /** {@return a pattern that is found as it stands} */
  static Pattern literal(String prefix, Directive directive, Span text, boolean ignoreCase) {
    return new Pattern(
        prefix,
        directive,
        text,
        Optional.of(text),
        Optional.empty(),
        NO_PIECES,
        List.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        OptionalInt.empty(),
        ignoreCase);
  }

  /** {@return the directive as messages spell it} */
  String description() {
    return directive.description(prefix);
  }

  /**
   * {@return whether the pattern uses a variable or defines a string variable; numbers may be
   * defined even by a label, as in LLVM's FileCheck}
   */
  boolean hasVariables() {
    return !substitutions.isEmpty() || !strings.isEmpty();
  }

  /** {@return whether what matches depends on the numbers in the input} */
  boolean hasTolerance() {
    for (Substitution substitution : substitutions) {
      if (substitution instanceof Substitution.OfFloat) {
        return true;
      }
    }
    return false;
  }

  /** {@return where diagnostics about the directive point} */
  Span head() {
    return location.head();
  }

  /** {@return the text that a similar line of the input is likely to resemble} */
  String example() {
    return fixed.isPresent() ? fixed.get().text() : String.join("", pieces);
  }
}
