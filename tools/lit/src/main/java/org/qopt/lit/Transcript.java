package org.qopt.lit;

import java.util.stream.Collectors;
import org.qopt.lit.shell.ExecutedCommand;
import org.qopt.lit.shell.ShellResult;

/** Writes down what a test did. */
final class Transcript {
  private final StringBuffer text = new StringBuffer();

  /** Notes that a {@code RUN} line begins. */
  void begin(int line, String command) {
    text.append("# RUN: at line ").append(line).append('\n').append(command).append('\n');
  }

  /** Notes the commands of the line and what they wrote. */
  void add(ShellResult result) {
    for (ExecutedCommand command : result.commands()) {
      text.append("# executed command: ").append(quoted(command)).append('\n');
      section("stdout", command.out());
      section("stderr", command.err());
      if (command.status() != 0) {
        if (command.out().isEmpty() && command.err().isEmpty()) {
          text.append("# note: command had no output on stdout or stderr\n");
        }
        text.append("# error: command failed with exit status: ")
            .append(command.status())
            .append('\n');
      }
    }
  }

  private void section(String name, String content) {
    if (content.isEmpty()) {
      return;
    }
    text.append("# .---command ").append(name).append("------------\n");
    content.lines().forEach(line -> text.append("# | ").append(line).append('\n'));
    text.append("# `-----------------------------\n");
  }

  private static String quoted(ExecutedCommand command) {
    return command.words().stream()
        .map(w -> w.matches("[-\\w./=:,+@%^]+") ? w : "'" + w.replace("'", "'\\''") + "'")
        .collect(Collectors.joining(" "));
  }

  /** {@return what was written down so far} */
  String text() {
    return text.toString();
  }

  /** {@return all that was written down, with the exit status of the test} */
  String failure(int status) {
    return "Exit Code: " + status + "\n\nCommand Output (stdout):\n--\n" + text + "\n--\n";
  }
}
