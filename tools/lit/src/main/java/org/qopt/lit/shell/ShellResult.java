package org.qopt.lit.shell;

import java.util.List;

/**
 * What came of a script.
 *
 * @param status its exit status: that of the last command that failed in its last pipeline
 * @param commands the commands that ran, in order
 */
public record ShellResult(int status, List<ExecutedCommand> commands) {}
