package org.qopt.ir.print;

import java.nio.charset.StandardCharsets;

/** Names and strings as MLIR writes them. */
public final class Quoted {
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

  private static String escaped(String text) {
    StringBuilder out = new StringBuilder(text.length() + 2).append('"');
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
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
    return isBare(name, false) ? name : of(name);
  }

  /**
   * {@return {@code name} as a symbol reference: {@code @name}, quoted where the syntax asks for
   * it}
   */
  public static String symbol(String name) {
    return "@" + (isBare(name, true) ? name : of(name));
  }

  private static boolean isBare(String name, boolean dashes) {
    if (name.isEmpty() || Character.isDigit(name.charAt(0))) {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || c == '_');
      boolean inner = i > 0 && (c == '$' || c == '.' || (dashes && c == '-'));
      if (!plain && !inner) {
        return false;
      }
    }
    return true;
  }
}
