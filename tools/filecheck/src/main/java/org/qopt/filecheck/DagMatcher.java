package org.qopt.filecheck;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Matches the {@code -DAG} and {@code -NOT} directives that stand before a directive. */
final class DagMatcher {
  private final FileCheckOptions options;
  private final SourceText input;
  private final PatternMatcher matcher;
  private final Report report;
  private final CheckFile.Check check;

  /** The matches of the group at hand, sorted, without overlaps. */
  private final List<Region> matches = new ArrayList<>();

  DagMatcher(
      FileCheckOptions options,
      SourceText input,
      PatternMatcher matcher,
      Report report,
      CheckFile.Check check) {
    this.options = options;
    this.input = input;
    this.matcher = matcher;
    this.report = report;
    this.check = check;
  }

  /**
   * What the directive itself goes on from.
   *
   * @param end the end of the last group's matches
   * @param pendingNots the patterns that must be absent up to the directive's own match
   */
  record Outcome(int end, List<Pattern> pendingNots) {}

  /** {@return nothing after a failure, which is reported} */
  Optional<Outcome> match(Region region) {
    List<Pattern> nots = new ArrayList<>();
    int start = region.start();
    List<Pattern> patterns = check.dagNots();
    for (int i = 0; i < patterns.size(); i++) {
      Pattern pattern = patterns.get(i);
      if (pattern.directive().is(Directive.Kind.NOT)) {
        nots.add(pattern);
        continue;
      }
      if (!matchOne(pattern, region.from(start))) {
        if (options.explain()) {
          new DagReport(matcher, report, matches).explain(patterns, i, region.from(start));
        }
        return Optional.empty();
      }
      boolean endsGroup =
          i + 1 == patterns.size() || patterns.get(i + 1).directive().is(Directive.Kind.NOT);
      if (endsGroup) {
        Region skipped = new Region(start, Math.max(start, matches.getFirst().start()));
        if (!new Exclusions(matcher, report).hold(nots, skipped)) {
          return Optional.empty();
        }
        nots.clear();
        start = matches.getLast().end();
        matches.clear();
      }
    }
    return Optional.of(new Outcome(start, nots));
  }

  /** Finds the first match that overlaps no earlier one of the group. */
  private boolean matchOne(Pattern pattern, Region group) {
    Region rest = group;
    int next = 0;
    while (true) {
      MatchResult result = matcher.match(pattern, rest);
      Report.Search search = new Report.Search(pattern, true, 1, rest);
      if (!(result instanceof MatchResult.Found found)) {
        report.add(search, result);
        return false;
      }
      if (options.veryVerbose()) {
        report.addFound(search, found);
      }
      Region match = new Region(found.place().start(), found.place().end());
      if (options.allowDagOverlap()) {
        widen(match);
        report(search, found);
        return true;
      }
      while (next < matches.size() && match.start() >= matches.get(next).end()) {
        next++;
      }
      if (next == matches.size() || matches.get(next).start() >= match.end()) {
        matches.add(next, match);
        report(search, found);
        return true;
      }
      Region earlier = matches.get(next++);
      report.discard(input.span(earlier.start(), earlier.end()));
      rest = rest.from(earlier.end());
    }
  }

  private void report(Report.Search search, MatchResult.Found found) {
    if (!options.veryVerbose()) {
      report.addFound(search, found);
    }
  }

  private void widen(Region match) {
    if (matches.isEmpty()) {
      matches.add(match);
    } else {
      Region all = matches.getFirst();
      matches.set(
          0, new Region(Math.min(all.start(), match.start()), Math.max(all.end(), match.end())));
    }
  }
}
