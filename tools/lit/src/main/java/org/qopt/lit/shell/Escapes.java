package org.qopt.lit.shell;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Replaces {@code \n}, {@code \x41} and the like. */
final class Escapes {
  private static final Pattern ESCAPE =
      Pattern.compile(
          "\\\\(?:([abefnrtv\\\\'\"])|x([0-9a-fA-F]{1,2})|([0-7]{1,3})|u([0-9a-fA-F]{4}))");
  private static final String LETTERS = "abefnrtv\\'\"";
  private static final String MEANINGS = "\u0007\b\u001b\f\n\r\t\u000b\\'\"";

  private Escapes() {}

  static byte[] replace(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Matcher escape = ESCAPE.matcher(text);
    int seen = 0;
    while (escape.find()) {
      add(bytes, text.substring(seen, escape.start()));
      if (escape.group(1) != null) {
        bytes.write(MEANINGS.charAt(LETTERS.indexOf(escape.group(1))));
      } else if (escape.group(2) != null) {
        bytes.write(Integer.parseInt(escape.group(2), 16));
      } else if (escape.group(3) != null) {
        bytes.write(Integer.parseInt(escape.group(3), 8));
      } else {
        add(bytes, String.valueOf((char) Integer.parseInt(escape.group(4), 16)));
      }
      seen = escape.end();
    }
    add(bytes, text.substring(seen));
    return bytes.toByteArray();
  }

  private static void add(ByteArrayOutputStream bytes, String text) {
    bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }
}
