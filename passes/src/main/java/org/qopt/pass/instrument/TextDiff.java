package org.qopt.pass.instrument;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.List;

/** What makes one text another, line by line, in the unified form of {@code diff -u}. */
final class TextDiff {
  private static final int CONTEXT = 3;

  private TextDiff() {}

  /**
   * {@return the lines removed from {@code before} and added in {@code after}, with some around}
   */
  static String of(String before, String after) {
    List<String> old = before.lines().toList();
    List<String> lines =
        UnifiedDiffUtils.generateUnifiedDiff(
            "before", "after", old, DiffUtils.diff(old, after.lines().toList()), CONTEXT);
    return String.join("\n", lines) + "\n";
  }
}
