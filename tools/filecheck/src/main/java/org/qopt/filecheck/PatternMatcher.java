package org.qopt.filecheck;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
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

  /** Patterns without substitutions are compiled once, however often they are looked for. */
  private final Map<Pattern, Optional<Regex>> compiled = new HashMap<>();

  PatternMatcher(SourceText input, Variables variables) {
    this.input = input;
    this.variables = variables;
  }

  /** Looks for the leftmost match in a region of the input. */
  MatchResult match(Pattern pattern, Region region) {
    if (pattern.directive().is(Directive.Kind.END_OF_INPUT)) {
      return new MatchResult.Found(input.at(region.end()), List.of());
    }
    if (pattern.fixed().isPresent() && !pattern.ignoreCase()) {
      String text = pattern.fixed().get();
      int found = input.text().indexOf(text, region.start(), region.end());
      return found < 0
          ? NOT_FOUND
          : new MatchResult.Found(input.span(found, found + text.length()), List.of());
    }
    Optional<Regex> regex;
    try {
      regex = regex(pattern);
    } catch (InvalidPattern e) {
      return new MatchResult.Invalid(e.errors);
    }
    return regex
        .flatMap(r -> r.find(input.text(), region.start(), region.end()))
        .map(found -> accept(pattern, found))
        .orElse(NOT_FOUND);
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
    if (pattern.fixed().isPresent()) {
      return compiled.computeIfAbsent(
          pattern, p -> compile(Regex.quote(p.fixed().orElseThrow()), true));
    }
    if (pattern.substitutions().isEmpty()) {
      return compiled.computeIfAbsent(pattern, p -> compile(p.pieces().getFirst(), p.ignoreCase()));
    }
    return compile(substitute(pattern), pattern.ignoreCase());
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
