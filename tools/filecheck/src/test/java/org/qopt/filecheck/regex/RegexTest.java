package org.qopt.filecheck.regex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegexTest {
  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String describe(String ere, String text) throws RegexSyntaxException {
    Optional<RegexMatch> found = Regex.compile(ere, false).find(bytes(text), 0, text.length());
    if (found.isEmpty()) {
      return "none";
    }
    StringBuilder all = new StringBuilder();
    for (int group = 0; group <= Regex.countGroups(ere); group++) {
      int start = found.get().start(group);
      all.append(group == 0 ? "" : " ");
      all.append(start < 0 ? "-" : text.substring(start, found.get().end(group)));
    }
    return all.toString();
  }

  @ParameterizedTest
  @CsvSource({
    "a|ab, abc, ab",
    "(a|ab)(c|bcd)(d*), abcd, abcd ab c d",
    "(a*)(ab)*(b*), abb, abb a - bb",
    "x*, aax, ''",
    "(a|b)*c, ababc, ababc b",
    "(a)|b, b, b -",
    "[[:alpha:]]+[0-9]{2}, 1ab123, ab12",
    "[^]a]+, a]xy], xy",
    "a{2}, aaa, aa",
    "a{x, a{x, a{x",
    "(a+)(a+), aaa, aaa aa a",
    "'(([a-z]+),?)*', 'ab,cd', 'ab,cd cd cd'",
    "(a)\\1, xaa, aa a",
    "(a|ab)b?\\1, abab, abab ab",
    "(^a)b\\1, aba, none",
    "[[.left-brace.]a]+, {a}, {a",
    "\\.\\*, a.*b, .*",
    "[[:<:]]b[[:>:]], ab b, b",
    "b[[:>:]]$, b, none",
    "b$[[:>:]], b, b",
    "[[:<:]][[:<:]]b, b, none",
    "^[[:<:]]b, b, b",
    "(b|b[[:>:]])$, ab, b b",
    "[[:<:]]?b, ab, b",
  })
  void matchesAsPosixSays(String ere, String text, String expected) throws RegexSyntaxException {
    String result = describe(ere, text);
    assertEquals(expected.replace("''", ""), result);
  }

  @Test
  void endsLinesAtNewlines() throws RegexSyntaxException {
    assertEquals("b", describe("^b$", "a\nb\nc"));
    assertEquals("c", describe("c$", "cb\nc"));
    assertEquals("", describe("^$", "a\n"));
    assertEquals("none", describe("a.b", "a\nb"));
    assertEquals("none", describe("a[^x]b", "a\nb"));
    assertEquals("a\nb", describe("a[[:space:]]b", "a\nb"));
  }

  @Test
  void searchesOnlyTheRegion() throws RegexSyntaxException {
    Regex regex = Regex.compile("^b+$", false);
    RegexMatch match = regex.find(bytes("abbbc"), 2, 4).orElseThrow();
    assertEquals(2, match.start(0));
    assertEquals(4, match.end(0));
    assertTrue(regex.find(bytes("abbbc"), 1, 5).isEmpty());
  }

  @Test
  void ignoresCase() throws RegexSyntaxException {
    assertTrue(Regex.compile("a[b-d]", true).find(bytes("xAC"), 0, 3).isPresent());
    assertTrue(Regex.compile("a[b-d]", false).find(bytes("xAC"), 0, 3).isEmpty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "(!parentheses not balanced",
        "a)!parentheses not balanced",
        "*!repetition-operator operand invalid",
        "a**!repetition-operator operand invalid",
        "^*!repetition-operator operand invalid",
        "a||b!empty (sub)expression",
        "[a!brackets ([ ]) not balanced",
        "[b-a]!invalid character range",
        "[[:no:]]!invalid character class",
        "a{2!braces not balanced",
        "a{2,1}!invalid repetition count(s)",
        "a{256}!invalid repetition count(s)",
        "\\!trailing backslash (\\)",
        "\\1!invalid backreference number",
      })
  void refuses(String ere, String message) {
    RegexSyntaxException e =
        assertThrows(RegexSyntaxException.class, () -> Regex.compile(ere, false));
    assertEquals(message, e.getMessage());
  }

  @Test
  void staysLinear() throws RegexSyntaxException {
    String text = "a".repeat(20_000);
    assertEquals("none", describe("(a*)*b", text));
    assertEquals(text, describe("(a|aa)+$", text).split(" ")[0]);
  }

  /** Small expressions whose syntax and meaning Java's engine shares, but for the preference. */
  @Provide
  Arbitrary<String> expressions() {
    Arbitrary<String> atoms = Arbitraries.of("a", "b", "[ab]", ".", "(a|ab)", "^", "$");
    return Arbitraries.recursive(() -> atoms, this::larger, 0, 3);
  }

  private Arbitrary<String> larger(Arbitrary<String> smaller) {
    return Combinators.combine(
            smaller,
            smaller,
            Arbitraries.of("%s%s", "(%s|%s)", "(%s)*%s", "(%s)+%s", "(%s)?%s", "(%s){1,2}%s"))
        .as((x, y, form) -> form.formatted(x, y));
  }

  @Property(tries = 500)
  void findsTheLongestOfTheLeftmost(@ForAll("expressions") String ere, @ForAll("texts") String text)
      throws RegexSyntaxException {
    Matcher reference = Pattern.compile(ere, Pattern.MULTILINE).matcher(text);
    Optional<RegexMatch> found = Regex.compile(ere, false).find(bytes(text), 0, text.length());
    assertEquals(reference.find(), found.isPresent());
    if (found.isPresent()) {
      int start = reference.start();
      int end = text.length();
      reference.useTransparentBounds(true).useAnchoringBounds(false);
      while (!reference.region(start, end).matches()) {
        end--;
      }
      assertEquals(start, found.get().start(0));
      assertEquals(end, found.get().end(0));
    }
  }

  /** Java's engine starts no line after a newline at the very end, so no text ends with one. */
  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings().withChars("ab\nc").ofMaxLength(8).map(text -> text + "c");
  }
}
