package org.qopt.lit.shell;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/** Expands {@code *}, {@code ?} and, beside them, {@code [...]} to the absolute names of files. */
final class Globs {
  private Globs() {}

  /** {@return the matching paths, sorted; the word itself if it is no pattern or none matches} */
  static List<String> expand(Word word, Path directory) {
    if (!word.pattern()) {
      return List.of(word.text());
    }
    boolean absolute = word.text().startsWith("/");
    List<String> found = List.of(absolute ? "/" : directory + "/");
    for (String segment : word.text().split("/")) {
      if (segment.isEmpty()) {
        continue;
      }
      List<String> next = new ArrayList<>();
      for (String parent : found) {
        addMatches(parent, segment, next);
      }
      found = next;
    }
    return found.isEmpty() ? List.of(word.text()) : found;
  }

  private static void addMatches(String parent, String segment, List<String> matches) {
    Path folder = Path.of(parent);
    String prefix = parent.endsWith("/") ? parent : parent + "/";
    if (segment.indexOf('*') < 0 && segment.indexOf('?') < 0) {
      if (Files.exists(folder.resolve(segment))) {
        matches.add(prefix + segment);
      }
      return;
    }
    PathMatcher matcher = matcher(segment);
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

  private static PathMatcher matcher(String segment) {
    String plain = segment.replaceAll("[{}\\\\]", "\\\\$0");
    try {
      return FileSystems.getDefault().getPathMatcher("glob:" + plain);
    } catch (PatternSyntaxException e) {
      // A bracket that is not closed means itself.
      return FileSystems.getDefault().getPathMatcher("glob:" + plain.replace("[", "\\["));
    }
  }
}
