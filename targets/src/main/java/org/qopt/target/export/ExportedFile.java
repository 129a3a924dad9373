package org.qopt.target.export;

/**
 * A file that an exporter makes.
 *
 * @param extension what follows the last dot of its name, such as {@code h}; the name before it is
 *     that of the output
 * @param content what it holds; not to be changed
 */
public record ExportedFile(String extension, byte[] content) {}
