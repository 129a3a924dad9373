package org.qopt.pass;

import java.nio.file.Path;

/** Writes files of text; a service of a pass's context, since passes know nothing of files. */
@FunctionalInterface
public interface TextFiles {
  /**
   * Writes a file, whole or not at all.
   *
   * @throws org.qopt.ir.diagnostic.InvalidInputException if it cannot be written, or has been
   *     before: passes that run on several operations would leave the text of the last one alone
   */
  void write(Path file, String text);
}
