package org.qopt.filecheck;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Collects what a run has to say: diagnostics, and annotations of the input dump. */
final class Report {
  private final FileCheckOptions options;
  private final SourceText input;
  private final PatternMatcher matcher;
  private final boolean dumping;
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private final List<Annotation> annotations = new ArrayList<>();

  /**
   * @param dumping whether a dump of the input will show what verbose runs say
   */
  Report(FileCheckOptions options, SourceText input, PatternMatcher matcher, boolean dumping) {
    this.options = options;
    this.input = input;
    this.matcher = matcher;
    this.dumping = dumping;
  }

  List<Diagnostic> diagnostics() {
    return diagnostics;
  }

  List<Annotation> annotations() {
    return annotations;
  }

  void add(Diagnostic diagnostic) {
    diagnostics.add(diagnostic);
  }

  /** A pattern and the way it is looked for. */
  record Search(Pattern pattern, boolean expected, int repetition, Region region) {
    String subject(String verb) {
      Directive directive = pattern.directive();
      String counted =
          directive.count() > 1 ? " (" + repetition + " out of " + directive.count() + ")" : "";
      String kind = expected ? "expected" : "excluded";
      return pattern.description() + ": " + kind + " string " + verb + " in input" + counted;
    }
  }

  /** Reports a result; returns whether it is a failure. */
  boolean add(Search search, MatchResult result) {
    // No pattern switch: the first one to be linked takes longer than a small check.
    if (result instanceof MatchResult.Found found) {
      return addFound(search, found);
    }
    return addMissing(
        search, result instanceof MatchResult.Invalid invalid ? invalid.errors() : List.of());
  }

  boolean addFound(Search search, MatchResult.Found found) {
    Pattern pattern = search.pattern();
    boolean failed = !search.expected();
    boolean shown =
        options.verbose()
            && (options.veryVerbose() || !pattern.directive().is(Directive.Kind.END_OF_INPUT));
    if (!failed && !shown) {
      return false;
    }
    Annotation.Outcome outcome =
        failed ? Annotation.Outcome.FOUND_BUT_EXCLUDED : Annotation.Outcome.FOUND_AND_EXPECTED;
    List<String> substitutions = matcher.describeSubstitutions(pattern);
    annotate(pattern, outcome, found.place(), Optional.empty());
    substitutions.forEach(
        note -> annotate(pattern, outcome, found.place().head(), Optional.of(note)));
    found
        .captures()
        .forEach(c -> annotate(pattern, outcome, c.place(), Optional.of(captureNote(c))));
    if (!failed && dumping) {
      return false;
    }
    String message = search.subject("found");
    add(
        failed
            ? Diagnostic.error(pattern.head(), message)
            : Diagnostic.remark(pattern.head(), message));
    add(Diagnostic.note(found.place(), "found here"));
    substitutions.forEach(note -> add(Diagnostic.note(found.place().head(), note)));
    found.captures().forEach(c -> add(Diagnostic.note(c.place(), captureNote(c))));
    return failed;
  }

  private static String captureNote(MatchResult.Capture capture) {
    return "captured var \"" + capture.name() + "\"";
  }

  private boolean addMissing(Search search, List<Diagnostic> errors) {
    Pattern pattern = search.pattern();
    boolean failed = search.expected() || !errors.isEmpty();
    errors.forEach(this::add);
    if (!failed && !options.veryVerbose()) {
      return false;
    }
    Annotation.Outcome outcome = Annotation.Outcome.NONE_AND_EXCLUDED;
    if (!errors.isEmpty()) {
      outcome = Annotation.Outcome.NONE_FOR_INVALID_PATTERN;
    } else if (search.expected()) {
      outcome = Annotation.Outcome.NONE_BUT_EXPECTED;
    }
    Span searched = input.span(search.region().start(), search.region().end());
    annotate(pattern, outcome, searched, Optional.empty());
    for (Diagnostic error : errors) {
      annotate(pattern, outcome, searched.head(), Optional.of(error.message()));
    }
    List<String> substitutions = matcher.describeSubstitutions(pattern);
    for (String note : substitutions) {
      annotate(pattern, outcome, searched.head(), Optional.of(note));
    }
    if (!failed && dumping) {
      return false;
    }
    if (errors.isEmpty()) {
      String message = search.subject("not found");
      add(
          failed
              ? Diagnostic.error(pattern.head(), message)
              : Diagnostic.remark(pattern.head(), message));
      add(Diagnostic.note(searched.head(), "scanning from here"));
    }
    substitutions.forEach(note -> add(Diagnostic.note(searched.head(), note)));
    if (failed && errors.isEmpty()) {
      matcher.explainTolerance(pattern, search.region()).forEach(this::add);
    }
    if (search.expected()) {
      addGuess(pattern, search.region());
    }
    return failed;
  }

  private void addGuess(Pattern pattern, Region region) {
    OptionalInt guess = FuzzyMatch.find(pattern.example(), input, region);
    if (guess.isPresent()) {
      Span place = input.position(guess.getAsInt());
      annotate(pattern, Annotation.Outcome.FUZZY, place, Optional.empty());
      add(Diagnostic.note(place, "possible intended match here"));
    }
    if (options.explain()) {
      int at = guess.orElseGet(() -> skipSpace(region));
      matcher.explain(pattern, at, region.end()).forEach(this::add);
    }
  }

  private int skipSpace(Region region) {
    int at = region.start();
    while (at < region.end() && Character.isWhitespace(input.at(at))) {
      at++;
    }
    return at;
  }

  /** Notes that a match is on the wrong line; a verbose run has noted it as a match before. */
  void wrongLine(Pattern pattern, Span place) {
    if (options.verbose()) {
      changeLast(Annotation.Outcome.FOUND_BUT_WRONG_LINE);
    } else {
      annotate(pattern, Annotation.Outcome.FOUND_BUT_WRONG_LINE, place, Optional.empty());
    }
  }

  /** Notes that the last match overlaps an earlier one of its group. */
  void discard(Span earlier) {
    if (!options.veryVerbose()) {
      return;
    }
    if (dumping) {
      changeLast(Annotation.Outcome.FOUND_BUT_DISCARDED);
    } else {
      add(Diagnostic.note(earlier, "match discarded, overlaps earlier DAG match here"));
    }
  }

  private void changeLast(Annotation.Outcome outcome) {
    Span check = annotations.getLast().check();
    for (int i = annotations.size() - 1; i >= 0 && annotations.get(i).check().equals(check); i--) {
      annotations.set(i, annotations.get(i).withOutcome(outcome));
    }
  }

  private void annotate(
      Pattern pattern, Annotation.Outcome outcome, Span place, Optional<String> note) {
    annotations.add(new Annotation(pattern.directive(), pattern.head(), outcome, place, note));
  }
}
