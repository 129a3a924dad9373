package org.qopt.filecheck;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class LiteralSearchTest {
  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static Span literal(String text) {
    // Not from the first byte on, as in a check file.
    return SourceText.of("checks", "// " + text + "\n").span(3, 3 + text.length());
  }

  @Property
  void findsTheFirst(
      @ForAll @CharRange(from = 'a', to = 'c') @StringLength(max = 60) String text,
      @ForAll @CharRange(from = 'a', to = 'c') @StringLength(min = 1, max = 5) String first,
      @ForAll @CharRange(from = 'a', to = 'c') @StringLength(min = 1, max = 5) String second) {
    LiteralSearch search = new LiteralSearch(bytes(text));
    int end = text.length();
    // Twice, since a search must not see what an earlier one left behind.
    assertEquals(text.indexOf(first), search.find(literal(first), 0, end));
    assertEquals(text.indexOf(second), search.find(literal(second), 0, end));
  }

  @Property
  void findsLongLiterals(
      @ForAll @CharRange(from = 'a', to = 'b') @StringLength(min = 50, max = 400) String text,
      @ForAll @IntRange(max = 49) int from,
      @ForAll @IntRange(min = 1, max = 300) int length) {
    String middle = text.substring(from, Math.min(from + length, text.length()));
    LiteralSearch search = new LiteralSearch(bytes(text));
    assertEquals(text.indexOf(middle), search.find(literal(middle), 0, text.length()));
    assertEquals(-1, search.find(literal(middle), 0, text.indexOf(middle) + middle.length() - 1));
    assertEquals(-1, search.find(literal(middle + "c"), 0, text.length()));
    assertEquals(-1, search.find(literal("c" + middle), 0, text.length()));
  }

  @Test
  void findsAfterAnyNumberOfSearches() {
    LiteralSearch search = new LiteralSearch(bytes("abcabdxxabe"), Integer.MAX_VALUE - 200);
    for (int i = 0; i < 20; i++) {
      assertEquals(3, search.find(literal("abd"), 0, 11));
      assertEquals(8, search.find(literal("abe"), 0, 11));
    }
  }

  @Property
  void ignoresCase(
      @ForAll @CharRange(from = 'A', to = 'b') @StringLength(max = 40) String text,
      @ForAll @CharRange(from = 'A', to = 'b') @StringLength(min = 1, max = 3) String literal) {
    assertEquals(
        text.toLowerCase(Locale.ROOT).indexOf(literal.toLowerCase(Locale.ROOT)),
        new LiteralSearch(bytes(text)).findIgnoringCase(literal(literal), 0, text.length()));
  }

  @Property
  void compactsBlanks(
      @ForAll @CharRange(from = '\t', to = '\r') @CharRange(from = ' ', to = '!') String text) {
    byte[] bytes = bytes(text);
    int length = Whitespace.compact(bytes, bytes.length, false);
    String expected = text.replace("\r\n", "\n").replaceAll("[ \t]+", " ");
    assertEquals(expected, new String(bytes, 0, length, StandardCharsets.ISO_8859_1));
  }
}
