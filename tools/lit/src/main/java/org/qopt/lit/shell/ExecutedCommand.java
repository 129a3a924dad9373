package org.qopt.lit.shell;

import com.google.common.collect.ImmutableList;
import java.util.List;

/**
 * A command that ran.
 *
 * @param command what was written
 * @param status its exit status; below 0 when a signal ended it
 * @param out what it wrote on standard output, as far as that went to nobody else
 * @param err what it wrote on standard error, as far as that went to nobody else
 * @param files the files of its pipeline that were written to, if it failed
 * @param timedOut whether the time of the test was over when it ended
 */
public record ExecutedCommand(
    Script.Simple command,
    int status,
    String out,
    String err,
    ImmutableList<WrittenFile> files,
    boolean timedOut) {

  /**
   * A file that a redirection wrote.
   *
   * @param name its name, as it is written
   * @param text what it holds
   */
  public record WrittenFile(String name, String text) {}

  /** {@return the program's name and its arguments, with all that stands before them} */
  public List<String> words() {
    return command.texts();
  }
}
