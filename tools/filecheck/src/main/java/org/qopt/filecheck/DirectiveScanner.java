package org.qopt.filecheck;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

  private final SourceText source;
  private final List<String> prefixes;
  private final List<String> comments;

  /** The bytes with which a prefix begins. */
  private final boolean[] firstBytes = new boolean[256];

  private int position;

  /** Behind the last directive, or the last prefix that begins none. */
  private int passed;

  DirectiveScanner(SourceText source, FileCheckOptions options) {
    this.source = source;
    this.comments = options.effectiveCommentPrefixes();
    this.prefixes = new ArrayList<>(options.effectiveCheckPrefixes());
    prefixes.addAll(comments);
    for (String prefix : prefixes) {
      firstBytes[prefix.charAt(0)] = true;
    }
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
    int from = position;
    while (true) {
      int which = nearestPrefix();
      if (which < 0) {
        return Optional.empty();
      }
      String prefix = prefixes.get(which);
      int start = position;
      int afterPrefix = start + prefix.length();
      if (start == from || !Words.isWordPart(source.at(start - 1))) {
        Optional<Found> found = classify(prefix, start);
        if (found.isPresent()) {
          return found;
        }
      }
      position = afterPrefix;
      while (position < source.length() && Words.isWordPart(source.at(position))) {
        position++;
      }
      passed = position;
    }
  }

  /**
   * {@return the offset behind all that was looked at: the last directive, or a prefix after it
   * that begins none}
   */
  int passed() {
    return passed;
  }

  /** Goes on at {@code offset}, after the pattern of a directive. */
  void moveTo(int offset) {
    position = offset;
    passed = offset;
  }

  /** Goes on to the next place where a prefix stands; returns the longest of them, or -1. */
  private int nearestPrefix() {
    int length = source.length();
    byte[] bytes = source.raw();
    for (; position < length; position++) {
      if (!firstBytes[bytes[position] & 0xff]) {
        continue;
      }
      int best = -1;
      for (int i = 0; i < prefixes.size(); i++) {
        boolean longer = best < 0 || prefixes.get(i).length() > prefixes.get(best).length();
        if (longer && source.startsWith(prefixes.get(i), position)) {
          best = i;
        }
      }
      if (best >= 0) {
        return best;
      }
    }
    return -1;
  }

  private Optional<Found> classify(String prefix, int start) {
    int after = start + prefix.length();
    if (after < source.length() && source.at(after) == ':') {
      boolean comment = comments.contains(prefix);
      Directive.Kind kind = comment ? Directive.Kind.COMMENT : Directive.Kind.PLAIN;
      return Optional.of(new Found(prefix, Directive.of(kind), start, after + 1));
    }
    Cursor cursor = new Cursor(source, start + prefix.length(), source.length());
    if (cursor.isEmpty()) {
      return Optional.empty();
    }
    if (comments.contains(prefix)) {
      return Optional.empty();
    }
    boolean misspelled = cursor.peek() == '_';
    if (misspelled || cursor.peek() == '-') {
      cursor.next();
      Optional<Directive> directive = suffixed(cursor);
      if (directive.isPresent() && misspelled) {
        directive = Optional.of(Directive.of(Directive.Kind.MISSPELLED));
      }
      return found(prefix, directive, start, cursor);
    }
    return found(prefix, modified(cursor, Directive.of(Directive.Kind.PLAIN)), start, cursor);
  }

  private static Optional<Found> found(
      String prefix, Optional<Directive> directive, int start, Cursor cursor) {
    return directive.isPresent()
        ? Optional.of(new Found(prefix, directive.get(), start, cursor.position()))
        : Optional.empty();
  }

  private static Optional<Directive> suffixed(Cursor cursor) {
    if (cursor.consume("COUNT-")) {
      return completeCount(cursor, counted(cursor));
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
