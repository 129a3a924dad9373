package org.qopt.lit;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.qopt.lit.shell.ExecutedCommand;
import org.qopt.lit.shell.ShellFault;

/** Writes down what a test did. Several threads may do so: one that is given up may still run. */
final class Transcript {
  private static final int DASHES = 30;
  private static final int SHOWN_OF_FILES = 1024;
  private static final Pattern PLAIN = Pattern.compile("[a-zA-Z0-9@%+=:,./_-]+");
  private static final Pattern LINE_END =
      Pattern.compile("\r\n|[\n\r\u000b\f\u001c\u001d\u001e\u0085\u2028\u2029]");

  private final StringBuffer text = new StringBuffer();
  private final boolean isTimed;

  /**
   * An empty transcript.
   *
   * @param isTimed whether the test has a limited time, so that also silent commands are remarked
   */
  Transcript(boolean isTimed) {
    this.isTimed = isTimed;
  }

  /** Notes that a {@code RUN} line begins. */
  void begin(int line, String command) {
    text.append("# RUN: at line ").append(line);
    text.append(command.isEmpty() ? " has no command after substitutions" : "\n" + command);
    text.append('\n');
  }

  /** Notes a command and what it wrote. */
  void add(ExecutedCommand command) {
    boolean silent = command.out().isBlank() && command.err().isBlank();
    if (command.words().getFirst().equals("@echo") && command.status() == 0) {
      text.append(command.out());
      return;
    }
    text.append("# executed command: ").append(quoted(command)).append('\n');
    if (silent && command.status() == 0 && !isTimed) {
      return;
    }
    for (ExecutedCommand.WrittenFile file : command.files()) {
      section("redirected output from '" + file.name() + "'", file.text(), SHOWN_OF_FILES);
    }
    section("command stdout", command.out(), Integer.MAX_VALUE);
    section("command stderr", command.err(), Integer.MAX_VALUE);
    if (silent) {
      text.append("# note: command had no output on stdout or stderr\n");
    }
    if (command.status() != 0) {
      text.append("# error: command failed with exit status: ").append(command.status());
      text.append('\n');
    }
    if (command.timedOut()) {
      text.append("# error: command reached timeout: True\n");
    }
  }

  /** Notes a command that could not be run. */
  void add(ShellFault fault) {
    add(
        new ExecutedCommand(
            fault.command(), ShellFault.STATUS, "", fault.getMessage(), ImmutableList.of(), false));
  }

  /** Notes something that is wrong with the test itself. */
  void error(String message) {
    message.lines().forEach(line -> text.append("# ").append(line).append('\n'));
  }

  private void section(String name, String content, int limit) {
    if (content.isBlank()) {
      return;
    }
    boolean cut = content.length() > limit;
    String shown = cut ? content.substring(0, limit) + "\n...\n" : content;
    text.append("# .---").append(name).append(dashes(name)).append('\n');
    String[] lines = LINE_END.split(shown, -1);
    int count = lines[lines.length - 1].isEmpty() ? lines.length - 1 : lines.length;
    for (int i = 0; i < count; i++) {
      text.append("# | ").append(lines[i]).append('\n');
    }
    String message = cut ? "data was truncated" : "";
    text.append("# `---").append(message).append(dashes(message)).append('\n');
  }

  private static String dashes(String after) {
    return "-".repeat(Math.max(0, DASHES - 4 - after.length()));
  }

  private static String quoted(ExecutedCommand command) {
    List<String> words = command.words();
    int bangs = 0;
    while (bangs < words.size() && words.get(bangs).equals("!")) {
      bangs++;
    }
    return "! ".repeat(bangs)
        + words.stream().skip(bangs).map(Transcript::quoted).collect(Collectors.joining(" "));
  }

  /** {@return a word as a shell would have to be given it} */
  static String quoted(String word) {
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\"'\"'") + "'";
  }

  /** {@return all that was written down, with the exit status of the test} */
  String finish(int status, Optional<String> timeout) {
    return "Exit Code: "
        + status
        + "\n"
        + timeout.map(reason -> "Timeout: " + reason + "\n").orElse("")
        + "\n"
        + (text.isEmpty() ? "" : "Command Output (stdout):\n--\n" + text + "\n--\n");
  }
}
