package org.qopt.parser.qir;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.qopt.ir.attribute.Attribute;
import org.qopt.ir.attribute.LocationAttr;
import org.qopt.ir.attribute.OpaqueAttr;
import org.qopt.ir.location.FileLocation;
import org.qopt.ir.location.FusedLocation;
import org.qopt.ir.location.Location;
import org.qopt.ir.location.NameLocation;
import org.qopt.ir.location.OpaqueLocation;
import org.qopt.ir.location.UnknownLocation;

/**
 * Reads locations:
 *
 * <pre>{@code
 * trailing ::= `loc(` location `)`
 * location ::= `unknown` | string `:` line `:` column | string (`(` location `)`)?
 *            | `fused` (`<` metadata `>`)? `[` location (`,` location)* `]`
 *            | `callsite(` anything `)` | alias | anything else, which is kept
 * }</pre>
 */
final class LocationReader {
  private final SourceFile source;
  private final Aliases aliases;

  LocationReader(SourceFile source, Aliases aliases) {
    this.source = source;
    this.aliases = aliases;
  }

  /** {@return the name of the alias in {@code loc(#name)} if it is one that is not yet defined} */
  Optional<String> undefinedAlias(String text) {
    String inner = inner(text).strip();
    boolean alias = inner.startsWith("#") && Aliases.isAlias(inner);
    return alias && aliases.attribute(inner).isEmpty() ? Optional.of(inner) : Optional.empty();
  }

  /** {@return the location that {@code text}, {@code loc(...)} at byte {@code offset}, says} */
  Location read(String text, int offset) {
    String inner = inner(text);
    TextCursor cursor = new TextCursor(source, offset + text.indexOf('(') + 1, inner);
    Location location = read(cursor);
    if (!cursor.atEnd()) {
      throw cursor.expected("')'");
    }
    return location;
  }

  private static String inner(String text) {
    return text.substring(text.indexOf('(') + 1, text.length() - 1);
  }

  private Location read(TextCursor cursor) {
    char next = cursor.peek();
    int from = cursor.position();
    return switch (next) {
      case '"' -> quoted(cursor, from);
      case '#' -> alias(cursor, from);
      default -> {
        String word = cursor.word();
        yield switch (word) {
          case "unknown" -> UnknownLocation.UNKNOWN;
          case "fused" -> fused(cursor);
          case "callsite", "distinct" -> {
            if (word.equals("distinct")) {
              cursor.brackets();
            }
            cursor.brackets();
            yield kept(cursor, from);
          }
          default ->
              throw cursor.fail(
                  from,
                  "expected location, but found "
                      + Found.quoted(word.isEmpty() ? String.valueOf(next) : word));
        };
      }
    };
  }

  private Location quoted(TextCursor cursor, int from) {
    String raw = cursor.quoted();
    String name =
        Utf8.unquote(raw)
            .orElseThrow(
                () -> cursor.fail(from, "expected a string of valid UTF-8 with known escapes"));
    if (cursor.accept(":")) {
      long line = number(cursor);
      cursor.expect(":");
      long column = number(cursor);
      // Some of MLIR's passes say with 32 bits of ones that there is none.
      return Math.max(line, column) > Integer.MAX_VALUE
          ? kept(cursor, from)
          : new FileLocation(name, (int) line, (int) column);
    }
    if (!cursor.accept("(")) {
      return NameLocation.of(name);
    }
    Location child = read(cursor);
    cursor.expect(")");
    return new NameLocation(name, Optional.of(child));
  }

  private static long number(TextCursor cursor) {
    int from = cursor.position();
    String digits = cursor.digits();
    if (digits.isEmpty()) {
      throw cursor.expected("line or column");
    }
    try {
      return Integer.parseUnsignedInt(digits) & 0xFFFF_FFFFL;
    } catch (NumberFormatException _) {
      throw cursor.fail(
          from, "expected a line or column of at most 32 bits, but found " + Found.quoted(digits));
    }
  }

  private Location fused(TextCursor cursor) {
    Optional<Attribute> metadata = Optional.empty();
    if (cursor.peek() == '<') {
      int from = cursor.position();
      String text = cursor.brackets();
      String inner = text.substring(1, text.length() - 1).strip();
      metadata =
          Optional.of(
              aliases
                  .attribute(inner)
                  .orElseGet(() -> new OpaqueAttr(expand(cursor, from, inner))));
    }
    cursor.expect("[");
    ImmutableList.Builder<Location> parts = ImmutableList.builder();
    if (!cursor.accept("]")) {
      do {
        parts.add(read(cursor));
      } while (cursor.accept(","));
      cursor.expect("]");
    }
    return new FusedLocation(parts.build(), metadata);
  }

  private Location alias(TextCursor cursor, int from) {
    cursor.expect("#");
    String name = "#" + cursor.word();
    if (cursor.peek() == '<') {
      cursor.brackets();
      return kept(cursor, from);
    }
    Optional<Attribute> meaning = aliases.attribute(name);
    // No pattern switch, which links slowly: programs with locations have one of these at each end.
    if (meaning.isPresent() && meaning.get() instanceof LocationAttr(Location location)) {
      return location;
    }
    if (meaning.isPresent()) {
      throw cursor.fail(
          from, "expected location, but found '" + name + "', which is " + meaning.get());
    }
    if (Aliases.isAlias(name)) {
      throw cursor.fail(from, "undefined location alias '" + name + "'");
    }
    return kept(cursor, from);
  }

  private Location kept(TextCursor cursor, int from) {
    return new OpaqueLocation(expand(cursor, from, cursor.since(from)));
  }

  private String expand(TextCursor cursor, int at, String raw) {
    try {
      return aliases.expand(cursor.decoded(at, raw));
    } catch (IllegalArgumentException e) {
      throw cursor.fail(at, e.getMessage());
    }
  }
}
