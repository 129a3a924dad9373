package org.qopt.filecheck;

import java.util.Optional;
import org.qopt.filecheck.regex.Regex;

/**
 * A word or a sign of a pattern or of a line.
 *
 * @param place where it stands
 * @param text what must stand in the line; absent for a block that matches various texts
 * @param block what such a block matches; absent if anything may stand there
 */
record Token(Span place, Optional<String> text, Optional<Regex> block) {
  static Token literal(Span place) {
    return new Token(place, Optional.of(place.text()), Optional.empty());
  }

  /** {@return whether the token stands for various texts} */
  boolean isBlock() {
    return text.isEmpty();
  }

  /** {@return whether a block matches all of a stretch of the input} */
  boolean matches(SourceText input, int start, int end) {
    return block.isEmpty()
        || block
            .get()
            .find(input.raw(), start, end)
            .filter(found -> found.start(0) == start && found.end(0) == end)
            .isPresent();
  }
}
