package org.qopt.parser.check;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.qopt.ir.diagnostic.InvalidInputException;
import org.qopt.ir.diagnostic.LineSource;
import org.qopt.parser.qir.SourceFile;

/** The lines of texts that were given, and of files, which are read when a line is asked for. */
public final class SourceLines implements LineSource {
  private final Path folder;
  private final Map<String, Optional<SourceFile>> texts = new HashMap<>();

  /** No texts yet; the names of files are relative to {@code folder}. */
  public SourceLines(Path folder) {
    this.folder = folder;
  }

  /** Gives a text that is no file, or has been read already. */
  public void add(SourceFile source) {
    texts.put(source.name(), Optional.of(source));
  }

  @Override
  public Optional<String> line(String file, int number) {
    return texts.computeIfAbsent(file, this::read).flatMap(source -> source.line(number));
  }

  // A file that cannot be read now is not the fault to tell about.
  private Optional<SourceFile> read(String file) {
    try {
      Path path = folder.resolve(file);
      return Files.isRegularFile(path) ? Optional.of(SourceFile.read(path)) : Optional.empty();
    } catch (InvalidInputException | java.nio.file.InvalidPathException _) {
      return Optional.empty();
    }
  }
}
