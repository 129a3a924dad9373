package org.qopt.filecheck.regex;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The names that POSIX gives the characters of ASCII, for {@code [[.space.]]}. */
final class CollatingElements {
  private static final String CONTROL =
      "NUL SOH STX ETX EOT ENQ ACK alert backspace tab newline vertical-tab form-feed"
          + " carriage-return SO SI DLE DC1 DC2 DC3 DC4 NAK SYN ETB CAN EM SUB ESC IS4 IS3 IS2 IS1";

  private static final String FROM_SPACE =
      "space exclamation-mark quotation-mark number-sign dollar-sign percent-sign ampersand"
          + " apostrophe left-parenthesis right-parenthesis asterisk plus-sign comma hyphen period"
          + " slash zero one two three four five six seven eight nine colon semicolon"
          + " less-than-sign equals-sign greater-than-sign question-mark commercial-at";

  private static final String FROM_BRACKET =
      "left-square-bracket backslash right-square-bracket circumflex underscore grave-accent";

  private static final String FROM_BRACE = "left-brace vertical-line right-brace tilde DEL";

  /** Other names of characters that have one already. */
  private static final Map<String, Character> FURTHER =
      Map.ofEntries(
          Map.entry("BEL", (char) 7),
          Map.entry("BS", '\b'),
          Map.entry("HT", '\t'),
          Map.entry("LF", '\n'),
          Map.entry("VT", (char) 11),
          Map.entry("FF", '\f'),
          Map.entry("CR", '\r'),
          Map.entry("FS", (char) 28),
          Map.entry("GS", (char) 29),
          Map.entry("RS", (char) 30),
          Map.entry("US", (char) 31),
          Map.entry("hyphen-minus", '-'),
          Map.entry("full-stop", '.'),
          Map.entry("solidus", '/'),
          Map.entry("reverse-solidus", '\\'),
          Map.entry("circumflex-accent", '^'),
          Map.entry("low-line", '_'),
          Map.entry("left-curly-bracket", '{'),
          Map.entry("right-curly-bracket", '}'));

  private CollatingElements() {}

  /** {@return the character that {@code name} names, or is} */
  static Optional<Character> named(String name) {
    return name.length() == 1 ? Optional.of(name.charAt(0)) : Optional.ofNullable(all().get(name));
  }

  private static Map<String, Character> all() {
    Map<String, Character> all = new HashMap<>(FURTHER);
    add(all, CONTROL, (char) 0);
    add(all, FROM_SPACE, ' ');
    add(all, FROM_BRACKET, '[');
    add(all, FROM_BRACE, '{');
    return all;
  }

  private static void add(Map<String, Character> all, String names, char first) {
    char c = first;
    for (String name : names.split(" ")) {
      all.put(name, c++);
    }
  }
}
