package org.qopt.filecheck;

import java.util.List;

/**
 * A check file that was understood.
 *
 * @param checks the directives, in order
 * @param implicitTexts what messages show of each {@code --implicit-check-not}, in order
 * @param warnings what is wrong but stops nothing
 */
record CheckFile(List<Check> checks, List<SourceText> implicitTexts, List<Diagnostic> warnings) {
  /**
   * A directive together with the {@code -DAG} and {@code -NOT} directives before it.
   *
   * @param pattern what must match
   * @param dagNots the patterns of the {@code -DAG} and {@code -NOT} directives
   */
  record Check(Pattern pattern, List<Pattern> dagNots) {
    boolean isLabel() {
      return pattern.directive().is(Directive.Kind.LABEL);
    }
  }
}
