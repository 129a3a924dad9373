package org.qopt.cli.recipe;

import java.util.ArrayList;
import java.util.List;
import org.qopt.ir.location.FileLocation;

/**
 * Where the rules of a recipe and their keys stand. The parser does not tell, so the usual way to
 * write them, one header and one key a line, is looked for; what is written otherwise is located in
 * the file as a whole.
 */
final class RecipeLines {
  private static final String HEADER = "[[rule]]";

  private final String file;
  private final List<String> lines;
  private final List<Integer> headers = new ArrayList<>();

  private RecipeLines(String file, List<String> lines) {
    this.file = file;
    this.lines = lines;
  }

  static RecipeLines of(String text, String file) {
    RecipeLines read = new RecipeLines(file, text.lines().toList());
    for (int i = 0; i < read.lines.size(); i++) {
      if (read.lines.get(i).replace(" ", "").startsWith(HEADER)) {
        read.headers.add(i);
      }
    }
    return read;
  }

  /** {@return a line, counted from 1} */
  static FileLocation at(String file, int line) {
    return new FileLocation(file, line, 1);
  }

  /** Forgets the lines if the file has another number of rules. */
  void expect(int rules) {
    if (headers.size() != rules) {
      headers.clear();
    }
  }

  FileLocation whole() {
    return FileLocation.whole(file);
  }

  /** {@return where rule {@code index} begins} */
  FileLocation of(int index) {
    return headers.isEmpty() ? whole() : at(file, headers.get(index) + 1);
  }

  /** {@return where rule {@code index} has {@code key}} */
  FileLocation of(int index, String key) {
    if (headers.isEmpty()) {
      return whole();
    }
    int end = index + 1 < headers.size() ? headers.get(index + 1) : lines.size();
    for (int i = headers.get(index); i < end; i++) {
      String line = lines.get(i);
      int column = line.indexOf(key);
      if (column >= 0
          && line.substring(0, column).isBlank()
          && line.substring(column + key.length()).stripLeading().startsWith("=")) {
        return new FileLocation(file, i + 1, column + 1);
      }
    }
    return of(index);
  }
}
