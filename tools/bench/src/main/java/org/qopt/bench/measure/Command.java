package org.qopt.bench.measure;

import com.google.common.collect.ImmutableList;
import java.nio.file.Path;
import java.util.List;

/**
 * A program with its arguments.
 *
 * @param words the program and its arguments
 * @param output the file that takes its standard output
 */
public record Command(ImmutableList<String> words, Path output) {
  /** {@return the command that writes to {@code output}} */
  public static Command of(Path output, List<String> words) {
    return new Command(ImmutableList.copyOf(words), output);
  }

  @Override
  public String toString() {
    return String.join(" ", words);
  }
}
