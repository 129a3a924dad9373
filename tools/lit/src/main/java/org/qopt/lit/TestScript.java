package org.qopt.lit;

import java.util.List;

/**
 * What a test file says about itself.
 *
 * @param commands its {@code RUN} lines, continuations joined
 * @param requires conditions that must all hold for the test to run
 * @param unsupported conditions of which none may hold
 * @param expectedFailures conditions under which it fails
 * @param retries how often it is run again after a failure
 */
record TestScript(
    List<RunLine> commands,
    List<String> requires,
    List<String> unsupported,
    List<String> expectedFailures,
    int retries) {

  /**
   * A command of a test.
   *
   * @param line the one-based line on which it begins
   * @param text the command, without substitutions made
   */
  record RunLine(int line, String text) {}
}
