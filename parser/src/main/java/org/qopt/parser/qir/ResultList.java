package org.qopt.parser.qir;

/**
 * Looks ahead over names of values: {@code %a, %b:2 =} are results, all others operands. The
 * grammar could not tell before it has read them all.
 */
final class ResultList {
  private ResultList() {}

  /** {@return where the list of names that goes on at {@code from}, after one of them, stops} */
  static int stop(byte[] bytes, int from, int end) {
    int at = from;
    while (true) {
      at = afterCount(bytes, skipSpace(bytes, at, end), end);
      if (at == end || bytes[at] != ',') {
        return at;
      }
      int next = skipSpace(bytes, at + 1, end);
      if (next == end || bytes[next] != '%') {
        return at;
      }
      at = next + 1;
      while (at < end && isNamePart(bytes[at])) {
        at++;
      }
    }
  }

  // Over `:2`, how many results a name stands for.
  private static int afterCount(byte[] bytes, int from, int end) {
    if (from == end || bytes[from] != ':') {
      return from;
    }
    int at = skipSpace(bytes, from + 1, end);
    int digits = at;
    while (at < end && bytes[at] >= '0' && bytes[at] <= '9') {
      at++;
    }
    return at == digits ? from : skipSpace(bytes, at, end);
  }

  private static int skipSpace(byte[] bytes, int from, int end) {
    int at = from;
    while (at < end) {
      byte b = bytes[at];
      if (b == '/' && at + 1 < end && bytes[at + 1] == '/') {
        while (at < end && bytes[at] != '\n') {
          at++;
        }
      } else if (b == ' ' || b == '\n' || b == '\t' || b == '\r') {
        at++;
      } else {
        break;
      }
    }
    return at;
  }

  private static boolean isNamePart(byte b) {
    return (b >= 'a' && b <= 'z')
        || (b >= 'A' && b <= 'Z')
        || (b >= '0' && b <= '9')
        || b == '_'
        || b == '$'
        || b == '.'
        || b == '-'
        || b == '#';
  }
}
