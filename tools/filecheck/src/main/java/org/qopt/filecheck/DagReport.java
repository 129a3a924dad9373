package org.qopt.filecheck;

import java.util.ArrayList;
import java.util.List;

/** Tells which directives of a {@code -DAG} group were not found, after the first of them. */
final class DagReport {
  private final PatternMatcher matcher;
  private final Report report;
  private final List<Region> matches;

  /**
   * @param matches the matches of the group up to the failure
   */
  DagReport(PatternMatcher matcher, Report report, List<Region> matches) {
    this.matcher = matcher;
    this.report = report;
    this.matches = new ArrayList<>(matches);
  }

  /**
   * Adds notes on the group that {@code patterns.get(failed)} belongs to.
   *
   * @param region where the group is looked for
   */
  void explain(List<Pattern> patterns, int failed, Region region) {
    int first = failed;
    while (first > 0 && isDag(patterns.get(first - 1))) {
      first--;
    }
    int end = failed + 1;
    List<Pattern> missing = new ArrayList<>();
    for (; end < patterns.size() && isDag(patterns.get(end)); end++) {
      if (!fits(patterns.get(end), region)) {
        missing.add(patterns.get(end));
      }
    }
    if (end - first == 1) {
      return;
    }
    Pattern pattern = patterns.get(failed);
    String summary =
        "of the "
            + (end - first)
            + " "
            + pattern.description()
            + " directives of this group, "
            + (missing.isEmpty() ? "only this was" : (missing.size() + 1) + " were")
            + " not found";
    report.add(Diagnostic.note(pattern.head(), summary));
    for (Pattern other : missing) {
      report.add(Diagnostic.note(other.head(), "this was not found either"));
    }
  }

  private static boolean isDag(Pattern pattern) {
    return pattern.directive().is(Directive.Kind.DAG);
  }

  /** Finds a match that overlaps none of the group so far, as the matcher itself does. */
  private boolean fits(Pattern pattern, Region region) {
    Region rest = region;
    while (matcher.probe(pattern, rest) instanceof MatchResult.Found(Span place, var _)) {
      Region match = new Region(place.start(), place.end());
      int overlapped = overlapped(match);
      if (overlapped < 0) {
        matches.add(match);
        return true;
      }
      rest = rest.from(overlapped);
    }
    return false;
  }

  /** {@return the end of an earlier match that {@code match} overlaps, or -1} */
  private int overlapped(Region match) {
    for (Region earlier : matches) {
      if (match.start() < earlier.end() && earlier.start() < match.end()) {
        return earlier.end();
      }
    }
    return -1;
  }
}
