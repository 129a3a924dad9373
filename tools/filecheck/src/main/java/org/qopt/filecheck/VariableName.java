package org.qopt.filecheck;

/**
 * A variable's name as it stands in a check file.
 *
 * @param span the name, with its {@code $} or {@code @}
 * @param pseudo whether it starts with {@code @}
 */
record VariableName(Span span, boolean pseudo) {
  /**
   * Reads a name: letters, digits and underscores after an optional {@code $} or {@code @}.
   *
   * @throws CheckSyntaxException if there is none; the cursor stays
   */
  static VariableName parse(Cursor cursor) throws CheckSyntaxException {
    if (cursor.isEmpty()) {
      throw CheckSyntaxException.logged(cursor.rest().head(), "empty variable name");
    }
    int start = cursor.position();
    boolean pseudo = cursor.peek() == '@';
    int length = pseudo || cursor.peek() == '$' ? 1 : 0;
    if (length == 1 && start + 1 == cursor.end()) {
      String kind = pseudo ? "pseudo" : "global";
      throw CheckSyntaxException.logged(
          cursor.rest().source().position(start + 1), "empty " + kind + " variable name");
    }
    if (!isStart(cursor.peek(length))) {
      throw CheckSyntaxException.logged(cursor.here(), "invalid variable name");
    }
    while (isStart(cursor.peek(length)) || Cursor.isDigit(cursor.peek(length))) {
      length++;
    }
    cursor.moveTo(start + length);
    return new VariableName(cursor.since(start), pseudo);
  }

  String text() {
    return span.text();
  }

  private static boolean isStart(char c) {
    return c == '_' || Cursor.isLetter(c);
  }
}
