package org.qopt.lit.shell;

import java.util.List;
import org.qopt.lit.Command;
import org.qopt.lit.CommandIo;

/** {@code echo [-n] [-e] [word]...}. */
final class Echo implements Command {
  @Override
  public int run(List<String> arguments, CommandIo io) {
    boolean newline = true;
    boolean escapes = false;
    int first = 0;
    for (; first < arguments.size() && arguments.get(first).matches("-[ne]+"); first++) {
      newline &= arguments.get(first).indexOf('n') < 0;
      escapes |= arguments.get(first).indexOf('e') >= 0;
    }
    String text = String.join(" ", arguments.subList(first, arguments.size()));
    io.out().print(escapes ? unescape(text) : text);
    if (newline) {
      io.out().print('\n');
    }
    return 0;
  }

  private static String unescape(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '\\' || i + 1 == text.length()) {
        out.append(c);
        continue;
      }
      char escaped = text.charAt(++i);
      switch (escaped) {
        case 'n' -> out.append('\n');
        case 't' -> out.append('\t');
        case 'r' -> out.append('\r');
        case '\\' -> out.append('\\');
        case '0' -> out.append('\0');
        default -> out.append(c).append(escaped);
      }
    }
    return out.toString();
  }
}
