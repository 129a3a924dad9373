package org.qopt.filecheck;

import java.util.List;

/** Checks that excluded patterns are absent from a region. */
final class Exclusions {
  private final PatternMatcher matcher;
  private final Report report;

  Exclusions(PatternMatcher matcher, Report report) {
    this.matcher = matcher;
    this.report = report;
  }

  /** Reports every excluded pattern that is there; returns whether none is. */
  boolean hold(List<Pattern> nots, Region region) {
    boolean clean = true;
    for (Pattern pattern : nots) {
      MatchResult result = matcher.match(pattern, region);
      clean &= !report.add(new Report.Search(pattern, false, 1, region), result);
    }
    return clean;
  }
}
