package org.qopt.filecheck;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;

class LiteralSearchTest {
  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  @Property
  void findsTheFirst(
      @ForAll @CharRange(from = 'a', to = 'c') @StringLength(max = 60) String text,
      @ForAll @CharRange(from = 'a', to = 'c') @StringLength(min = 1, max = 5) String first,
      @ForAll @CharRange(from = 'a', to = 'c') @StringLength(min = 1, max = 5) String second) {
    LiteralSearch search = new LiteralSearch(bytes(text));
    int end = text.length();
    // Twice, since a search must not see what an earlier one left behind.
    assertEquals(text.indexOf(first), search.find(bytes(first), 0, end));
    assertEquals(text.indexOf(second), search.find(bytes(second), 0, end));
  }

  @Property
  void ignoresCase(
      @ForAll @CharRange(from = 'A', to = 'b') @StringLength(max = 40) String text,
      @ForAll @CharRange(from = 'A', to = 'b') @StringLength(min = 1, max = 3) String literal) {
    assertEquals(
        text.toLowerCase(Locale.ROOT).indexOf(literal.toLowerCase(Locale.ROOT)),
        new LiteralSearch(bytes(text)).findIgnoringCase(bytes(literal), 0, text.length()));
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
