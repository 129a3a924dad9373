package org.qopt.filecheck;

/** What counts as one word around a prefix. */
final class Words {
  private Words() {}

  static boolean isWord(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isWordPart(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  static boolean isWordPart(char c) {
    return Cursor.isLetter(c) || Cursor.isDigit(c) || c == '-' || c == '_';
  }
}
