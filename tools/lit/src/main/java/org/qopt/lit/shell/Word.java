package org.qopt.lit.shell;

/**
 * A word of a command line, its quotes removed.
 *
 * @param text the characters
 * @param pattern whether it holds an unquoted {@code *} or {@code ?}
 */
public record Word(String text, boolean pattern) {}
