package org.qopt.filecheck.regex;

/** Where a number can begin and end in a text, so that no part of a longer one is taken for it. */
public final class NumberPlaces {
  private NumberPlaces() {}

  /** {@return whether a number, perhaps with a sign, can begin at {@code at}} */
  public static boolean canBegin(byte[] text, int regionStart, int at) {
    if (at == regionStart) {
      return true;
    }
    byte before = text[at - 1];
    boolean signed = before == '-' && isSign(text, regionStart, at - 1);
    return !signed && before != '.' && !isWord(before);
  }

  /** {@return whether the dash at {@code at} is a sign, not an operator between two operands} */
  public static boolean isSign(byte[] text, int regionStart, int at) {
    return at == regionStart || !isWord(text[at - 1]) && text[at - 1] != ')';
  }

  /** {@return whether a number can end before {@code at}} */
  public static boolean canEnd(byte[] text, int regionEnd, int at) {
    if (at == regionEnd) {
      return true;
    }
    byte after = text[at];
    boolean digitFollows = at + 1 < regionEnd && isDigit(text[at + 1]);
    boolean exponent =
        (after == 'e' || after == 'E')
            && (digitFollows
                || at + 2 < regionEnd
                    && (text[at + 1] == '-' || text[at + 1] == '+')
                    && isDigit(text[at + 2]));
    return !isDigit(after) && !exponent && !(after == '.' && digitFollows);
  }

  private static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }

  private static boolean isWord(byte b) {
    return b == '_' || isDigit(b) || b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z';
  }
}
