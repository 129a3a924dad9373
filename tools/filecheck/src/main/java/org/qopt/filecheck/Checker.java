package org.qopt.filecheck;

import java.util.List;
import java.util.Optional;

/** Holds an input against a check file. */
final class Checker {
  private final FileCheckOptions options;
  private final SourceText input;
  private final Variables variables;
  private final PatternMatcher matcher;
  private final Report report;
  private final LineRules lines;

  Checker(
      FileCheckOptions options,
      SourceText input,
      Variables variables,
      PatternMatcher matcher,
      Report report) {
    this.options = options;
    this.input = input;
    this.variables = variables;
    this.matcher = matcher;
    this.report = report;
    this.lines = new LineRules(input, report);
  }

  /**
   * Checks the blocks between labels one by one, so that a failure in one hides nothing in the
   * next.
   *
   * @return whether all directives hold
   */
  boolean check(CheckFile file) {
    List<CheckFile.Check> checks = file.checks();
    Region rest = new Region(0, input.length());
    boolean passed = true;
    int done = 0;
    for (int label = 0; label <= checks.size(); label++) {
      Region block = rest;
      if (label < checks.size()) {
        if (!checks.get(label).isLabel()) {
          continue;
        }
        Optional<Span> found = matchRepeatedly(checks.get(label), rest);
        if (found.isEmpty()) {
          return false;
        }
        block = rest.to(found.get().end());
        rest = rest.from(found.get().end());
      }
      // Before the first label, variables come from the command line only.
      if (done != 0 && options.enableVarScope()) {
        variables.clearLocals();
      }
      int end = Math.min(label + 1, checks.size());
      passed &= checkBlock(checks.subList(done, end), block);
      done = end;
    }
    return passed;
  }

  private boolean checkBlock(List<CheckFile.Check> checks, Region block) {
    Region rest = block;
    for (CheckFile.Check check : checks) {
      Optional<Span> match = check(check, rest);
      if (match.isEmpty()) {
        return false;
      }
      rest = rest.from(match.get().end());
    }
    return true;
  }

  private Optional<Span> check(CheckFile.Check check, Region region) {
    Optional<DagMatcher.Outcome> dags =
        check.dagNots().isEmpty()
            ? Optional.empty()
            : new DagMatcher(options, input, matcher, report, check).match(region);
    if (dags.isEmpty() && !check.dagNots().isEmpty()) {
      return Optional.empty();
    }
    Region rest = dags.isEmpty() ? region : region.from(dags.get().end());
    Optional<Span> match = matchRepeatedly(check, rest);
    if (match.isEmpty()) {
      return Optional.empty();
    }
    Region skipped = rest.to(match.get().start());
    if (!lines.hold(check, skipped)) {
      report.wrongLine(check.pattern(), match.get());
      return Optional.empty();
    }
    boolean clean =
        dags.isEmpty() || new Exclusions(matcher, report).hold(dags.get().pendingNots(), skipped);
    return clean ? match : Optional.empty();
  }

  /** Matches the pattern as often as its count says; the span covers all the matches. */
  private Optional<Span> matchRepeatedly(CheckFile.Check check, Region region) {
    Pattern pattern = check.pattern();
    int first = -1;
    int end = region.start();
    for (int i = 1; i <= pattern.directive().count(); i++) {
      Region rest = region.from(end);
      MatchResult result = matcher.match(pattern, rest);
      if (report.add(new Report.Search(pattern, true, i, rest), result)) {
        return Optional.empty();
      }
      Span place = ((MatchResult.Found) result).place();
      first = i == 1 ? place.start() : first;
      end = place.end();
    }
    return Optional.of(input.span(first, end));
  }
}
