package org.qopt.filecheck;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the directives of a check file, from its begin to its end. */
final class DirectiveScanner {
  private static final List<Directive.Kind> SUFFIXED =
      List.of(
          Directive.Kind.NEXT,
          Directive.Kind.SAME,
          Directive.Kind.NOT,
          Directive.Kind.DAG,
          Directive.Kind.LABEL,
          Directive.Kind.EMPTY);

  private static final List<Directive.Kind> NEVER_NOT =
      List.of(Directive.Kind.DAG, Directive.Kind.NEXT, Directive.Kind.SAME, Directive.Kind.EMPTY);

  private static final int ABSENT = Integer.MAX_VALUE;

  private final SourceText source;
  private final List<String> prefixes;
  private final List<String> comments;

  /** Where each prefix occurs next, so that an absent one is looked for only once. */
  private final int[] nextOccurrence;

  private int position;

  DirectiveScanner(SourceText source, FileCheckOptions options) {
    this.source = source;
    this.comments = options.effectiveCommentPrefixes();
    this.prefixes =
        Stream.concat(
                options.effectiveCheckPrefixes().stream(),
                options.effectiveCommentPrefixes().stream())
            .toList();
    this.nextOccurrence = new int[prefixes.size()];
    Arrays.fill(nextOccurrence, -1);
  }

  /**
   * A directive in the text.
   *
   * @param prefix the prefix that was used
   * @param directive what it asks for
   * @param start the offset of the prefix
   * @param end the offset after the colon, or at which a malformed suffix ends
   */
  record Found(String prefix, Directive directive, int start, int end) {}

  /** {@return the next directive, if any} */
  Optional<Found> next() {
    while (true) {
      int which = nearestPrefix();
      if (which < 0) {
        return Optional.empty();
      }
      String prefix = prefixes.get(which);
      int start = nextOccurrence[which];
      int afterPrefix = start + prefix.length();
      if (start == position || !Words.isWordPart(source.at(start - 1))) {
        Optional<Found> found = classify(prefix, start);
        if (found.isPresent()) {
          return found;
        }
      }
      position = afterPrefix;
      while (position < source.length() && Words.isWordPart(source.at(position))) {
        position++;
      }
    }
  }

  /** Goes on at {@code offset}, after the pattern of a directive. */
  void moveTo(int offset) {
    position = offset;
  }

  /** {@return the index of the prefix that occurs first, the longest of several; -1 for none} */
  private int nearestPrefix() {
    int best = -1;
    for (int i = 0; i < nextOccurrence.length; i++) {
      if (nextOccurrence[i] < position) {
        int found = source.indexOf(prefixes.get(i), position);
        nextOccurrence[i] = found < 0 ? ABSENT : found;
      }
      if (nextOccurrence[i] != ABSENT && (best < 0 || isBefore(i, best))) {
        best = i;
      }
    }
    return best;
  }

  private boolean isBefore(int a, int b) {
    return nextOccurrence[a] < nextOccurrence[b]
        || nextOccurrence[a] == nextOccurrence[b]
            && prefixes.get(a).length() > prefixes.get(b).length();
  }

  private Optional<Found> classify(String prefix, int start) {
    Cursor cursor = new Cursor(source, start + prefix.length(), source.length());
    if (cursor.isEmpty()) {
      return Optional.empty();
    }
    if (comments.contains(prefix)) {
      return cursor.consume(":")
          ? Optional.of(found(prefix, Directive.of(Directive.Kind.COMMENT), start, cursor))
          : Optional.empty();
    }
    boolean misspelled = cursor.peek() == '_';
    if (misspelled || cursor.peek() == '-') {
      cursor.next();
      return suffixed(cursor)
          .map(d -> misspelled ? Directive.of(Directive.Kind.MISSPELLED) : d)
          .map(d -> found(prefix, d, start, cursor));
    }
    return modified(cursor, Directive.of(Directive.Kind.PLAIN))
        .map(d -> found(prefix, d, start, cursor));
  }

  private static Found found(String prefix, Directive directive, int start, Cursor cursor) {
    return new Found(prefix, directive, start, cursor.position());
  }

  private static Optional<Directive> suffixed(Cursor cursor) {
    if (cursor.consume("COUNT-")) {
      return Optional.of(counted(cursor)).flatMap(d -> completeCount(cursor, d));
    }
    for (Directive.Kind kind : SUFFIXED) {
      if (cursor.consume(kind.name())) {
        if (isBadNot(cursor, kind)) {
          return Optional.of(Directive.of(Directive.Kind.BAD_NOT));
        }
        return modified(cursor, Directive.of(kind));
      }
    }
    return Optional.empty();
  }

  /** {@return whether {@code -NOT} stands with another suffix, either of them first} */
  private static boolean isBadNot(Cursor cursor, Directive.Kind first) {
    if (cursor.peek() != '-' || first == Directive.Kind.LABEL) {
      return false;
    }
    if (first != Directive.Kind.NOT) {
      return moveBack(cursor, cursor.startsWith("-NOT:"), first);
    }
    for (Directive.Kind second : NEVER_NOT) {
      if (cursor.startsWith(second.suffix() + ":")) {
        return moveBack(cursor, true, first);
      }
    }
    return false;
  }

  /** Goes back to the suffix, to which the message about a bad one points. */
  private static boolean moveBack(Cursor cursor, boolean bad, Directive.Kind suffix) {
    if (bad) {
      cursor.moveTo(cursor.position() - suffix.name().length());
    }
    return bad;
  }

  private static Directive counted(Cursor cursor) {
    Directive bad = Directive.of(Directive.Kind.BAD_COUNT);
    int start = cursor.position();
    cursor.consume("-");
    int digits = cursor.position();
    while (Cursor.isDigit(cursor.peek())) {
      cursor.next();
    }
    if (digits == cursor.position()) {
      cursor.moveTo(start);
      return bad;
    }
    try {
      int count = Integer.parseInt(cursor.since(start).text());
      boolean terminated = cursor.peek() == ':' || cursor.peek() == '{';
      return count > 0 && terminated ? Directive.counted(count) : bad;
    } catch (NumberFormatException e) {
      return bad;
    }
  }

  private static Optional<Directive> completeCount(Cursor cursor, Directive directive) {
    return directive.is(Directive.Kind.BAD_COUNT)
        ? Optional.of(directive)
        : modified(cursor, directive);
  }

  /** Reads {@code :} or {@code {LITERAL}:}. */
  private static Optional<Directive> modified(Cursor cursor, Directive directive) {
    if (cursor.consume(":")) {
      return Optional.of(directive);
    }
    if (!cursor.consume("{")) {
      return Optional.empty();
    }
    do {
      skipSpace(cursor);
      if (!cursor.consume("LITERAL")) {
        return Optional.empty();
      }
      skipSpace(cursor);
    } while (cursor.consume(","));
    return cursor.consume("}:") ? Optional.of(directive.asLiteral()) : Optional.empty();
  }

  private static void skipSpace(Cursor cursor) {
    while (Character.isWhitespace(cursor.peek())) {
      cursor.next();
    }
  }
}
