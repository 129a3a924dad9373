package org.qopt.filecheck;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Finds what was probably meant to be a directive but is none, such as {@code CHECKNEXT:} or {@code
 * CHEKC:}; LLVM's FileCheck takes it for a comment, so that it checks nothing.
 *
 * <p>Only the first word of a line is looked at, and prefixes that other {@code RUN:} lines of the
 * file name are left alone.
 */
final class NearDirectives {
  private static final List<String> SUFFIXES =
      List.of("NEXT", "SAME", "NOT", "DAG", "LABEL", "EMPTY", "COUNT");

  /** In shorter prefixes, one slip makes too many other words. */
  private static final int LEAST_PREFIX = 4;

  private final SourceText source;
  private final List<String> prefixes;
  private final List<Diagnostic> found = new ArrayList<>();
  private final boolean strict;
  private Optional<Set<String>> declared = Optional.empty();

  NearDirectives(SourceText source, FileCheckOptions options) {
    this.source = source;
    this.prefixes = options.effectiveCheckPrefixes();
    this.strict = options.strictDirectives();
  }

  /** {@return what was found so far} */
  List<Diagnostic> found() {
    return found;
  }

  /** Looks at the lines that begin in a part of the file in which there is no directive. */
  void scan(int start, int end) {
    int line = start == 0 ? 0 : source.nextLine(start);
    while (line < end) {
      lookAt(line);
      line = source.nextLine(line);
    }
  }

  private void lookAt(int line) {
    int start = line;
    while (start < source.length()
        && source.at(start) != '\n'
        && source.at(start) != '\r'
        && !Words.isWordPart(source.at(start))) {
      start++;
    }
    int end = start;
    while (end < source.length() && Words.isWordPart(source.at(end))) {
      end++;
    }
    int colon = end;
    while (colon < source.length() && Cursor.isBlank(source.at(colon))) {
      colon++;
    }
    boolean plain = colon < source.length() && source.at(colon) == ':';
    boolean literal = source.startsWith("{LITERAL}:", end);
    if (end - start < 2 || !plain && !literal) {
      return;
    }
    String word = source.substring(start, end);
    Optional<String> meant = colon > end ? spaced(word) : meant(word);
    if (meant.isPresent() && !declared().contains(word)) {
      report(source.span(start, end), word, meant.get());
    }
  }

  /** {@return what a directive with blanks before its colon was meant to be} */
  private Optional<String> spaced(String word) {
    for (String prefix : prefixes) {
      boolean suffixed =
          word.startsWith(prefix + "-") && SUFFIXES.contains(word.substring(prefix.length() + 1));
      if (suffixed || word.equals(prefix)) {
        return Optional.of(word);
      }
    }
    return Optional.empty();
  }

  private Optional<String> meant(String word) {
    for (String prefix : prefixes) {
      Optional<String> meant = meant(word, prefix);
      if (meant.isPresent()) {
        return meant;
      }
    }
    return Optional.empty();
  }

  private Optional<String> meant(String word, String prefix) {
    if (word.length() > prefix.length()
        && word.regionMatches(true, 0, prefix, 0, prefix.length())) {
      String rest = word.substring(prefix.length());
      boolean dashed = rest.startsWith("-") || rest.startsWith("_");
      Optional<String> suffix = meantSuffix(dashed ? rest.substring(1) : rest, dashed);
      if (suffix.isPresent()) {
        return suffix.map(s -> prefix + "-" + s);
      }
    }
    int dash = word.lastIndexOf('-');
    if (dash > 0 && SUFFIXES.contains(word.substring(dash + 1))) {
      return isMistyped(word.substring(0, dash), prefix)
          ? Optional.of(prefix + word.substring(dash))
          : Optional.empty();
    }
    return isMistyped(word, prefix) ? Optional.of(prefix) : Optional.empty();
  }

  /**
   * {@return the suffix that was meant}
   *
   * @param rest what stands after the prefix
   * @param dashed whether a dash parts the two; without, the suffix must be right
   */
  private static Optional<String> meantSuffix(String rest, boolean dashed) {
    String upper = rest.toUpperCase(Locale.ROOT);
    if (upper.startsWith("COUNT") && (!dashed || !upper.startsWith("COUNT-"))) {
      return Optional.of("COUNT-<n>");
    }
    for (String suffix : SUFFIXES) {
      boolean combined = dashed && isCombination(upper, suffix);
      if (combined
          || upper.equals(suffix)
          || dashed && upper.length() > 2 && EditDistance.isOneSlip(upper, suffix)) {
        return Optional.of(suffix);
      }
    }
    return Optional.empty();
  }

  /** {@return whether two suffixes follow one another, of which the first is {@code suffix}} */
  private static boolean isCombination(String upper, String suffix) {
    return upper.startsWith(suffix + "-")
        && SUFFIXES.contains(upper.substring(suffix.length() + 1));
  }

  private static boolean isMistyped(String word, String prefix) {
    if (prefix.length() < LEAST_PREFIX || !EditDistance.isOneSlip(word, prefix)) {
      return false;
    }
    // CHECK1 and CHECKX are other prefixes, and xCHECK is a check that was turned off.
    return digits(word).equals(digits(prefix))
        && !word.endsWith(prefix)
        && !word.startsWith(prefix);
  }

  private static String digits(String word) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < word.length(); i++) {
      if (Cursor.isDigit(word.charAt(i))) {
        out.append(word.charAt(i));
      }
    }
    return out.toString();
  }

  private void report(Span place, String word, String meant) {
    String message =
        "'" + word + ":' is no directive, so it checks nothing; did you mean '" + meant + ":'?";
    Diagnostic.Severity severity = strict ? Diagnostic.Severity.ERROR : Diagnostic.Severity.WARNING;
    found.add(new Diagnostic(severity, Optional.of(place.head()), message));
  }

  /** {@return the prefixes that the file's own RUN lines name} */
  private Set<String> declared() {
    if (declared.isEmpty()) {
      declared = Optional.of(findDeclared());
    }
    return declared.get();
  }

  private Set<String> findDeclared() {
    Set<String> names = new HashSet<>();
    String flag = "check-prefix";
    for (int at = source.indexOf(flag, 0); at >= 0; at = source.indexOf(flag, at + 1)) {
      int start = at + flag.length();
      while (start < source.length() && "es= ".indexOf(source.at(start)) >= 0) {
        start++;
      }
      int end = start;
      while (end < source.length() && (Words.isWordPart(source.at(end)) || source.at(end) == ',')) {
        end++;
      }
      for (String name : source.substring(start, end).split(",")) {
        addWithSuffixes(name, names);
      }
    }
    return names;
  }

  private static void addWithSuffixes(String name, Set<String> names) {
    names.add(name);
    SUFFIXES.forEach(suffix -> names.add(name + "-" + suffix));
  }
}
