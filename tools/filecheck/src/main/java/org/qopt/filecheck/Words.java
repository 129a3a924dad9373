package org.qopt.filecheck;

/** What counts as one word around a prefix. */
final class Words {
  private Words() {}

  static boolean isWordPart(char c) {
    return Cursor.isLetter(c) || Cursor.isDigit(c) || c == '-' || c == '_';
  }
}
