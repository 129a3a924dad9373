package org.qopt.filecheck;

import java.math.BigInteger;
import java.util.ArrayList;
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
  private final FloatMatcher floats;

  /** Implicit patterns are looked for again and again. */
  private final Map<Pattern, Optional<Regex>> implicit = new IdentityHashMap<>();

  /** What was compiled last, since repeated searches follow one another. */
  private Optional<Pattern> lastPattern = Optional.empty();

  private Optional<Regex> lastRegex = Optional.empty();

  PatternMatcher(SourceText input, Variables variables) {
    this.input = input;
    this.variables = variables;
    this.search = new LiteralSearch(input.raw());
    this.floats = new FloatMatcher(input, variables);
  }

  /** Looks for the leftmost match in a region of the input, and sets the variables it defines. */
  MatchResult match(Pattern pattern, Region region) {
    MatchResult result = probe(pattern, region);
    if (result instanceof MatchResult.Found found) {
      keep(pattern, found);
    }
    return result;
  }

  /** As {@link #match}, but sets no variable. */
  MatchResult probe(Pattern pattern, Region region) {
    if (pattern.directive().is(Directive.Kind.END_OF_INPUT)) {
      return new MatchResult.Found(input.position(region.end()), List.of());
    }
    if (pattern.fixed().isPresent()) {
      return matchLiteral(pattern.fixed().get(), pattern.ignoreCase(), region);
    }
    if (pattern.hasTolerance()) {
      return matchTolerance(pattern, region);
    }
    Optional<Regex> regex;
    try {
      regex = regex(pattern);
    } catch (InvalidPattern e) {
      return new MatchResult.Invalid(e.errors);
    }
    if (regex.isEmpty()) {
      return NOT_FOUND;
    }
    Optional<RegexMatch> found = find(regex.get(), pattern.required(), region);
    return found.isPresent() ? accept(pattern, found.get()) : NOT_FOUND;
  }

  private MatchResult matchLiteral(Span literal, boolean ignoreCase, Region region) {
    int found =
        ignoreCase
            ? search.findIgnoringCase(literal, region.start(), region.end())
            : search.find(literal, region.start(), region.end());
    return found < 0
        ? NOT_FOUND
        : new MatchResult.Found(input.span(found, found + literal.length()), List.of());
  }

  /** Matches line by line, since each line has numbers of its own that are near enough. */
  private MatchResult matchTolerance(Pattern pattern, Region region) {
    int line = region.start();
    try {
      do {
        int next = Math.min(input.nextLine(line), region.end());
        boolean terminated = next > line && input.at(next - 1) == '\n';
        int end = terminated ? next - 1 : next;
        Optional<Regex> regex =
            substitute(pattern, line, end).flatMap(text -> compile(text, pattern.ignoreCase()));
        if (regex.isPresent()) {
          Optional<RegexMatch> found =
              regex.get().find(input.raw(), region.start(), region.end(), line, end);
          if (found.isPresent()) {
            return accept(pattern, found.get());
          }
        }
        line = next;
      } while (line < region.end());
      return NOT_FOUND;
    } catch (InvalidPattern e) {
      return new MatchResult.Invalid(e.errors);
    }
  }

  /** {@return what a pattern and the place that it was probably meant for have not in common} */
  List<Diagnostic> explain(Pattern pattern, int at, int end) {
    return Explanation.of(pattern, variables, input, at, end);
  }

  /** {@return what keeps the numbers of a region from being near enough} */
  List<Diagnostic> explainTolerance(Pattern pattern, Region region) {
    List<Diagnostic> notes = new ArrayList<>();
    for (Substitution substitution : pattern.substitutions()) {
      if (substitution instanceof Substitution.OfFloat(FloatBlock block)) {
        floats.explain(block, region).ifPresent(notes::add);
      }
    }
    return notes;
  }

  /** Runs the expression on those lines only that hold what each match must hold. */
  private Optional<RegexMatch> find(Regex regex, Optional<Span> required, Region region) {
    if (required.isEmpty() || regex.crossesLines()) {
      return regex.find(input.raw(), region.start(), region.end());
    }
    Span literal = required.get();
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
        boolean near = substitution instanceof Substitution.OfFloat;
        String plain = substitution.value(variables);
        if (near && plain.isEmpty()) {
          continue;
        }
        String value = near ? plain : Regex.quote(plain);
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
    for (Map.Entry<String, Integer> entry : pattern.strings().entrySet()) {
      captures.add(new MatchResult.Capture(entry.getKey(), groupSpan(found, entry.getValue())));
    }
    for (Map.Entry<NumericVariable, Integer> entry : pattern.numbers().entrySet()) {
      captures.add(
          new MatchResult.Capture(entry.getKey().name(), groupSpan(found, entry.getValue())));
    }
    for (Map.Entry<String, Integer> entry : pattern.floats().entrySet()) {
      captures.add(new MatchResult.Capture(entry.getKey(), groupSpan(found, entry.getValue())));
    }
    if (captures.size() > 1) {
      captures.sort((a, b) -> Integer.compare(a.place().start(), b.place().start()));
    }
    // -EMPTY consumes the end of the line before, which is not part of its match.
    int skip = pattern.directive().is(Directive.Kind.EMPTY) ? 1 : 0;
    return new MatchResult.Found(input.span(found.start(0) + skip, found.end(0)), captures);
  }

  private void keep(Pattern pattern, MatchResult.Found found) {
    for (MatchResult.Capture capture : found.captures()) {
      if (pattern.strings().containsKey(capture.name())) {
        variables.defineString(capture.name(), capture.place().text());
      } else if (pattern.floats().containsKey(capture.name())) {
        variables.defineFloat(capture.name(), FloatMatcher.parse(capture.place()));
      } else {
        keepNumber(pattern, capture);
      }
    }
  }

  private void keepNumber(Pattern pattern, MatchResult.Capture capture) {
    for (NumericVariable variable : pattern.numbers().keySet()) {
      if (variable.name().equals(capture.name())) {
        variables.declareNumber(variable);
        variable.capture(capture.place());
      }
    }
  }

  private Span groupSpan(RegexMatch found, int group) {
    int start = Math.max(found.start(group), 0);
    return input.span(start, Math.max(found.end(group), start));
  }

  /** {@return the regular expression; nothing if the parts, fine alone, make none together} */
  private Optional<Regex> regex(Pattern pattern) throws InvalidPattern {
    if (!pattern.substitutions().isEmpty()) {
      Optional<String> text = substitute(pattern, 0, 0);
      return text.isPresent() ? compile(text.get(), pattern.ignoreCase()) : Optional.empty();
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

  /**
   * {@return the expression; nothing if no number from {@code start} to {@code end} is near enough}
   */
  private Optional<String> substitute(Pattern pattern, int start, int end) throws InvalidPattern {
    if (pattern.line().isPresent()) {
      variables.line().define(BigInteger.valueOf(pattern.line().getAsInt()));
    }
    StringBuilder regex = new StringBuilder(pattern.pieces().getFirst());
    List<Diagnostic> errors = new ArrayList<>();
    boolean possible = true;
    for (int i = 0; i < pattern.substitutions().size(); i++) {
      Substitution substitution = pattern.substitutions().get(i);
      try {
        if (substitution instanceof Substitution.OfFloat(FloatBlock block)) {
          Optional<String> near = floats.alternatives(block, start, end);
          possible &= near.isPresent();
          regex.append(near.orElse(""));
        } else {
          regex.append(Regex.quote(substitution.value(variables)));
        }
      } catch (EvaluationException e) {
        e.problems().forEach(problem -> errors.add(explain(problem, substitution)));
      }
      regex.append(pattern.pieces().get(i + 1));
    }
    if (!errors.isEmpty()) {
      throw new InvalidPattern(errors);
    }
    return possible ? Optional.of(regex.toString()) : Optional.empty();
  }

  private static Diagnostic explain(
      EvaluationException.Problem problem, Substitution substitution) {
    if (problem instanceof EvaluationException.Problem.Undefined undefined) {
      return Diagnostic.error(undefined.use().head(), undefined.message());
    }
    return Diagnostic.error(
        substitution.source().head(),
        "unable to substitute variable or numeric expression: overflow error");
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
