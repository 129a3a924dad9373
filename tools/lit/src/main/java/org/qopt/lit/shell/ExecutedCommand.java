package org.qopt.lit.shell;

import java.util.List;

/**
 * A command that ran.
 *
 * @param words the program's name and its arguments
 * @param status its exit status
 * @param out what it wrote on standard output, as far as that went to nobody else
 * @param err what it wrote on standard error, as far as that went to nobody else
 */
public record ExecutedCommand(List<String> words, int status, String out, String err) {}
