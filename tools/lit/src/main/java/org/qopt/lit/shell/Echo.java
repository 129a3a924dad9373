package org.qopt.lit.shell;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.qopt.lit.Command;
import org.qopt.lit.CommandIo;

/**
 * {@code echo [-n] [-e] [word]...}.
 *
 * @param combined whether flags may be joined, as in {@code -ne}
 */
record Echo(boolean combined) implements Command {
  @Override
  public int run(List<String> arguments, CommandIo io) {
    boolean newline = true;
    boolean escapes = false;
    int first = 0;
    for (; first < arguments.size() && isFlag(arguments.get(first)); first++) {
      newline &= arguments.get(first).indexOf('n') < 0;
      escapes |= arguments.get(first).indexOf('e') >= 0;
    }
    String text = String.join(" ", arguments.subList(first, arguments.size()));
    byte[] bytes = escapes ? Escapes.replace(text) : text.getBytes(StandardCharsets.UTF_8);
    io.out().write(bytes, 0, bytes.length);
    if (newline) {
      io.out().write('\n');
    }
    return 0;
  }

  private boolean isFlag(String argument) {
    return argument.equals("-n")
        || argument.equals("-e")
        || combined && argument.matches("-[neE]+");
  }
}
