package org.qopt.filecheck;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qopt.filecheck.regex.Regex;
import org.qopt.filecheck.regex.RegexMatch;
import org.qopt.filecheck.regex.RegexSyntaxException;

/** Looks for patterns in an input and keeps the variables they define. */
final class PatternMatcher {
  private static final MatchResult NOT_FOUND = new MatchResult.NotFound();

  private final SourceText input;
  private final Variables variables;
  private final LiteralSearch search;

  /** Implicit patterns are looked for again and again. */
  private final Map<Pattern, Optional<Regex>> implicit = new IdentityHashMap<>();

  /** What was compiled last, since repeated searches follow one another. */
  private Optional<Pattern> lastPattern = Optional.empty();

  private Optional<Regex> lastRegex = Optional.empty();

  PatternMatcher(SourceText input, Variables variables) {
    this.input = input;
    this.variables = variables;
    this.search = new LiteralSearch(input.raw());
  }

  /** Looks for the leftmost match in a region of the input. */
  MatchResult match(Pattern pattern, Region region) {
    if (pattern.directive().is(Directive.Kind.END_OF_INPUT)) {
      return new MatchResult.Found(input.position(region.end()), List.of());
    }
    if (pattern.fixed().isPresent()) {
      return matchLiteral(pattern.fixed().get(), pattern.ignoreCase(), region);
    }
    Optional<Regex> regex;
    try {
      regex = regex(pattern);
    } catch (InvalidPattern e) {
      return new MatchResult.Invalid(e.errors);
    }
    return regex
        .flatMap(r -> find(r, pattern.required(), region))
        .map(found -> accept(pattern, found))
        .orElse(NOT_FOUND);
  }

  private MatchResult matchLiteral(Literal literal, boolean ignoreCase, Region region) {
    int found =
        ignoreCase
            ? search.findIgnoringCase(literal.bytes(), region.start(), region.end())
            : search.find(literal.bytes(), region.start(), region.end());
    return found < 0
        ? NOT_FOUND
        : new MatchResult.Found(input.span(found, found + literal.length()), List.of());
  }

  /** Runs the expression on those lines only that hold what each match must hold. */
  private Optional<RegexMatch> find(Regex regex, Optional<Literal> required, Region region) {
    if (required.isEmpty() || regex.crossesLines()) {
      return regex.find(input.raw(), region.start(), region.end());
    }
    byte[] literal = required.get().bytes();
    int from = region.start();
    while (from <= region.end()) {
      int hit = search.find(literal, from, region.end());
      if (hit < 0) {
        return Optional.empty();
      }
      int line = hit;
      while (line > from && input.at(line - 1) != '\n') {
        line--;
      }
      int next = input.nextLine(hit);
      int end = Math.min(region.end(), input.at(next - 1) == '\n' ? next - 1 : next);
      Optional<RegexMatch> found = regex.find(input.raw(), region.start(), region.end(), line, end);
      if (found.isPresent()) {
        return found;
      }
      from = end + 1;
    }
    return Optional.empty();
  }

  /** {@return the values that substitutions have now, where they have one} */
  List<String> describeSubstitutions(Pattern pattern) {
    List<String> notes = new ArrayList<>();
    for (Substitution substitution : pattern.substitutions()) {
      try {
        String value = Regex.quote(substitution.value(variables));
        notes.add(
            "with \""
                + Escapes.escape(substitution.source().text())
                + "\" equal to \""
                + Escapes.escape(value)
                + "\"");
      } catch (EvaluationException e) {
        // The match itself has reported it.
        continue;
      }
    }
    return notes;
  }

  private MatchResult accept(Pattern pattern, RegexMatch found) {
    List<MatchResult.Capture> captures = new ArrayList<>();
    pattern
        .strings()
        .forEach(
            (name, group) -> {
              Span place = groupSpan(found, group);
              variables.defineString(name, place.text());
              captures.add(new MatchResult.Capture(name, place));
            });
    pattern
        .numbers()
        .forEach(
            (variable, group) -> {
              Span place = groupSpan(found, group);
              variables.declareNumber(variable);
              variable.capture(place);
              captures.add(new MatchResult.Capture(variable.name(), place));
            });
    captures.sort(Comparator.comparingInt(capture -> capture.place().start()));
    // -EMPTY consumes the end of the line before, which is not part of its match.
    int skip = pattern.directive().is(Directive.Kind.EMPTY) ? 1 : 0;
    return new MatchResult.Found(input.span(found.start(0) + skip, found.end(0)), captures);
  }

  private Span groupSpan(RegexMatch found, int group) {
    int start = Math.max(found.start(group), 0);
    return input.span(start, Math.max(found.end(group), start));
  }

  /** {@return the regular expression; nothing if the parts, fine alone, make none together} */
  private Optional<Regex> regex(Pattern pattern) throws InvalidPattern {
    if (!pattern.substitutions().isEmpty()) {
      return compile(substitute(pattern), pattern.ignoreCase());
    }
    if (pattern.line().isEmpty()) {
      return implicit.computeIfAbsent(pattern, p -> compile(p.pieces().getFirst(), p.ignoreCase()));
    }
    if (lastPattern.isEmpty() || lastPattern.get() != pattern) {
      lastRegex = compile(pattern.pieces().getFirst(), pattern.ignoreCase());
      lastPattern = Optional.of(pattern);
    }
    return lastRegex;
  }

  private static Optional<Regex> compile(String text, boolean ignoreCase) {
    try {
      return Optional.of(Regex.compile(text, ignoreCase));
    } catch (RegexSyntaxException e) {
      return Optional.empty();
    }
  }

  private String substitute(Pattern pattern) throws InvalidPattern {
    pattern.line().ifPresent(line -> variables.line().define(BigInteger.valueOf(line)));
    StringBuilder regex = new StringBuilder(pattern.pieces().getFirst());
    List<Diagnostic> errors = new ArrayList<>();
    for (int i = 0; i < pattern.substitutions().size(); i++) {
      Substitution substitution = pattern.substitutions().get(i);
      try {
        regex.append(Regex.quote(substitution.value(variables)));
      } catch (EvaluationException e) {
        e.problems().forEach(problem -> errors.add(explain(problem, substitution)));
      }
      regex.append(pattern.pieces().get(i + 1));
    }
    if (!errors.isEmpty()) {
      throw new InvalidPattern(errors);
    }
    return regex.toString();
  }

  private static Diagnostic explain(
      EvaluationException.Problem problem, Substitution substitution) {
    return switch (problem) {
      case EvaluationException.Problem.Undefined undefined ->
          Diagnostic.error(undefined.use().head(), undefined.message());
      case EvaluationException.Problem.Overflow _ ->
          Diagnostic.error(
              substitution.source().head(),
              "unable to substitute variable or numeric expression: overflow error");
    };
  }

  /** Leaves the substitution of a pattern that has no meaning. */
  private static final class InvalidPattern extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<Diagnostic> errors;

    InvalidPattern(List<Diagnostic> errors) {
      super("invalid pattern", null, false, false);
      this.errors = errors;
    }
  }
}
