package org.qopt.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.qopt.ir.diagnostic.InvalidInputException;
import org.qopt.parser.io.FileFaults;
import org.qopt.parser.io.OutputFiles;

/** Writes results, each whole or not at all. */
public final class Outputs {
  private Outputs() {}

  /**
   * Writes a text.
   *
   * @param file the file, or {@code -} for standard output
   * @throws InvalidInputException if it cannot be written
   */
  public static void writeText(String file, String text, CliIo io) {
    if (file.equals("-")) {
      io.out().print(text);
      return;
    }
    try (OutputFiles files = new OutputFiles()) {
      Path staged = files.stage(io.resolve(file));
      Files.writeString(staged, text);
      files.commit();
    } catch (IOException e) {
      throw FileFaults.writing(file, e);
    }
  }
}
