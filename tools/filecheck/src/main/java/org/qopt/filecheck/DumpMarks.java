package org.qopt.filecheck;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Cuts annotations into marks under single lines. */
final class DumpMarks {
  private final List<SourceText> implicitTexts;
  private final Map<Span, Integer> counts = new HashMap<>();
  private final Map<Span, Integer> used = new HashMap<>();
  private final List<DumpMark> marks = new ArrayList<>();

  private DumpMarks(List<SourceText> implicitTexts) {
    this.implicitTexts = implicitTexts;
  }

  /**
   * {@return the marks, in the order of lines and then of events}
   *
   * @param implicitTexts the texts of implicit patterns, in order; all others are the check file
   */
  static List<DumpMark> of(List<Annotation> annotations, List<SourceText> implicitTexts) {
    DumpMarks builder = new DumpMarks(implicitTexts);
    for (Annotation annotation : annotations) {
      builder.counts.merge(annotation.check(), 1, Integer::sum);
    }
    for (int i = 0; i < annotations.size(); i++) {
      builder.add(i, annotations.get(i));
    }
    builder.marks.sort(DumpMarks::compare);
    return builder.marks;
  }

  /** Compares by lines and then events; the combinators of Comparator take long to be linked. */
  private static int compare(DumpMark a, DumpMark b) {
    return a.line() == b.line()
        ? Integer.compare(a.order(), b.order())
        : Integer.compare(a.line(), b.line());
  }

  private void add(int order, Annotation annotation) {
    Span input = annotation.input();
    SourceText text = input.source();
    int startLine = text.line(input.start());
    int endLine = text.line(input.end());
    int startColumn = text.column(input.start());
    int endColumn = text.column(input.end());
    boolean point = input.start() == input.end();
    char head = annotation.note().isPresent() && point ? ' ' : head(annotation.outcome());
    boolean oneLine = startLine == endLine;
    DumpMark mark =
        new DumpMark(
            order,
            label(annotation),
            true,
            startLine,
            startColumn,
            oneLine ? Math.max(startColumn + 1, endColumn) : Integer.MAX_VALUE,
            head,
            note(annotation),
            color(annotation.outcome()),
            kind(annotation));
    marks.add(mark);
    for (int line = startLine + 1; line <= endLine; line++) {
      if (line < endLine) {
        marks.add(mark.continued(line, Integer.MAX_VALUE));
      } else if (endColumn > 1) {
        marks.add(mark.continued(line, endColumn));
      }
    }
  }

  private String label(Annotation annotation) {
    Span check = annotation.check();
    SourceText source = check.source();
    int implicit = implicitTexts.indexOf(source);
    String place = implicit < 0 ? "" + source.line(check.start()) : "imp" + (implicit + 1);
    String label = abbreviation(annotation.directive()) + ":" + place;
    return counts.get(check) > 1 ? label + "'" + (used.merge(check, 1, Integer::sum) - 1) : label;
  }

  private static String abbreviation(Directive directive) {
    return switch (directive.kind()) {
      case PLAIN -> directive.count() > 1 ? "count" : "check";
      case NEXT -> "next";
      case SAME -> "same";
      case NOT -> "not";
      case DAG -> "dag";
      case LABEL -> "label";
      case EMPTY -> "empty";
      case END_OF_INPUT -> "eof";
      case COMMENT, MISSPELLED, BAD_NOT, BAD_COUNT ->
          throw new IllegalArgumentException("never matched: " + directive);
    };
  }

  private static char head(Annotation.Outcome outcome) {
    return switch (outcome) {
      case FOUND_AND_EXPECTED -> '^';
      case FOUND_BUT_EXCLUDED, FOUND_BUT_WRONG_LINE, FOUND_BUT_DISCARDED -> '!';
      case NONE_AND_EXCLUDED, NONE_BUT_EXPECTED, NONE_FOR_INVALID_PATTERN -> 'X';
      case FUZZY -> '?';
    };
  }

  private static String note(Annotation annotation) {
    return annotation
        .note()
        .orElse(
            switch (annotation.outcome()) {
              case FOUND_AND_EXPECTED, NONE_AND_EXCLUDED -> "";
              case FOUND_BUT_EXCLUDED -> "error: no match expected";
              case FOUND_BUT_WRONG_LINE -> "error: match on wrong line";
              case FOUND_BUT_DISCARDED -> "discard: overlaps earlier match";
              case NONE_BUT_EXPECTED -> "error: no match found";
              case NONE_FOR_INVALID_PATTERN -> "error: match failed for invalid pattern";
              case FUZZY -> "possible intended match";
            });
  }

  private static Color color(Annotation.Outcome outcome) {
    return switch (outcome) {
      case FOUND_AND_EXPECTED, NONE_AND_EXCLUDED -> Color.GREEN;
      case FOUND_BUT_DISCARDED -> Color.CYAN;
      case FUZZY -> Color.MAGENTA;
      case FOUND_BUT_EXCLUDED, FOUND_BUT_WRONG_LINE, NONE_BUT_EXPECTED, NONE_FOR_INVALID_PATTERN ->
          Color.RED;
    };
  }

  private static DumpMark.Kind kind(Annotation annotation) {
    return switch (annotation.outcome()) {
      case FOUND_AND_EXPECTED ->
          annotation.note().isEmpty() ? DumpMark.Kind.EXPECTED : DumpMark.Kind.OTHER;
      case FOUND_BUT_DISCARDED, NONE_AND_EXCLUDED -> DumpMark.Kind.OTHER;
      case FOUND_BUT_EXCLUDED,
          FOUND_BUT_WRONG_LINE,
          NONE_BUT_EXPECTED,
          NONE_FOR_INVALID_PATTERN,
          FUZZY ->
          DumpMark.Kind.ERROR;
    };
  }
}
