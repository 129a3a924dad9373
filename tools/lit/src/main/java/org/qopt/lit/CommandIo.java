package org.qopt.lit;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a command sees of the world.
 *
 * @param in standard input
 * @param out standard output
 * @param err standard error; the same object as {@code out} after {@code 2>&1}
 * @param directory the working directory, absolute
 * @param environment the environment variables
 */
public record CommandIo(
    InputStream in,
    PrintStream out,
    PrintStream err,
    Path directory,
    Map<String, String> environment) {}
