package org.qopt.lit.shell;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Expands {@code *} and {@code ?} to the names of files. */
final class Globs {
  private Globs() {}

  /** {@return the matching paths, sorted, as relative or absolute as the pattern is} */
  static List<String> expand(String pattern, Path directory) {
    boolean absolute = pattern.startsWith("/");
    List<String> found = List.of(absolute ? "/" : "");
    for (String segment : pattern.split("/")) {
      if (segment.isEmpty()) {
        continue;
      }
      List<String> next = new ArrayList<>();
      for (String parent : found) {
        addMatches(parent, segment, directory, next);
      }
      found = next;
    }
    return found;
  }

  private static void addMatches(
      String parent, String segment, Path directory, List<String> matches) {
    Path folder = directory.resolve(parent);
    String prefix = parent.isEmpty() || parent.endsWith("/") ? parent : parent + "/";
    if (segment.indexOf('*') < 0 && segment.indexOf('?') < 0) {
      if (Files.exists(folder.resolve(segment))) {
        matches.add(prefix + segment);
      }
      return;
    }
    PathMatcher matcher =
        FileSystems.getDefault()
            .getPathMatcher("glob:" + segment.replaceAll("[\\[{\\\\]", "\\\\$0"));
    try (Stream<Path> files = Files.list(folder)) {
      files
          .map(Path::getFileName)
          .filter(name -> !name.toString().startsWith(".") || segment.startsWith("."))
          .filter(matcher::matches)
          .map(Path::toString)
          .sorted()
          .forEach(name -> matches.add(prefix + name));
    } catch (IOException e) {
      // What cannot be listed holds no matches.
      return;
    }
  }
}
