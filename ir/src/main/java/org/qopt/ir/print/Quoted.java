package org.qopt.ir.print;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Names and strings as MLIR writes them. There they are bytes, here text: a byte that is no part of
 * valid UTF-8 is held as the one lone surrogate that {@link #byteAsCharacter} gives, and written as
 * the byte again.
 */
public final class Quoted {
  private static final int FIRST_BYTE = 0xDC00;

  private Quoted() {}

  /**
   * {@return {@code text} in double quotes, other than printable ASCII as {@code \XX} per UTF-8
   * byte}
   */
  public static String of(String text) {
    return isPlain(text) ? "\"" + text + "\"" : escaped(text);
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c >= 0x7F || c == '"' || c == '\\') {
        return false;
      }
    }
    return true;
  }

  /** {@return the character that stands for {@code b}, 80 to FF, where it is no part of a text} */
  public static char byteAsCharacter(byte b) {
    return (char) (FIRST_BYTE + (b & 0xFF));
  }

  private static byte[] bytes(String text) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(text.length());
    text.codePoints()
        .forEach(
            c -> {
              if (c >= FIRST_BYTE + 0x80 && c <= FIRST_BYTE + 0xFF) {
                out.write(c - FIRST_BYTE);
              } else {
                out.writeBytes(Character.toString(c).getBytes(StandardCharsets.UTF_8));
              }
            });
    return out.toByteArray();
  }

  private static String escaped(String text) {
    StringBuilder out = new StringBuilder(text.length() + 2).append('"');
    for (byte b : bytes(text)) {
      switch (b) {
        case '\\' -> out.append("\\\\");
        case '"' -> out.append("\\22");
        default -> {
          if (b >= ' ' && b < 0x7F) {
            out.append((char) b);
          } else {
            out.append(String.format("\\%02X", b));
          }
        }
      }
    }
    return out.append('"').toString();
  }

  /**
   * {@return {@code name} as the key of a dictionary: bare where the syntax allows it, else quoted}
   */
  public static String key(String name) {
    return isBare(name) ? name : of(name);
  }

  /**
   * {@return {@code name} as a symbol reference: {@code @name}, quoted where the syntax asks for
   * it}
   */
  public static String symbol(String name) {
    return "@" + (isBare(name) ? name : of(name));
  }

  private static boolean isBare(String name) {
    if (name.isEmpty() || Character.isDigit(name.charAt(0))) {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || c == '_');
      boolean inner = i > 0 && (c == '$' || c == '.');
      if (!plain && !inner) {
        return false;
      }
    }
    return true;
  }
}
