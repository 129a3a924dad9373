package org.qopt.filecheck;

import java.util.List;

/**
 * What came of a run.
 *
 * @param exitStatus {@link #PASSED}, {@link #CHECK_FAILED} or {@link #USAGE_ERROR}
 * @param diagnostics what there is to say, in order
 * @param annotations what the input dump shows
 */
public record FileCheckResult(
    int exitStatus, List<Diagnostic> diagnostics, InputAnnotations annotations) {
  /** All directives hold. */
  public static final int PASSED = 0;

  /** A directive does not hold. */
  public static final int CHECK_FAILED = 1;

  /** The options, the check file or the input cannot be used. */
  public static final int USAGE_ERROR = 2;

  static FileCheckResult usageError(Diagnostic diagnostic) {
    return new FileCheckResult(USAGE_ERROR, List.of(diagnostic), InputAnnotations.none());
  }

  /** {@return whether all directives hold} */
  public boolean passed() {
    return exitStatus == PASSED;
  }

  /** {@return the diagnostics as LLVM's FileCheck prints them} */
  public String rendered() {
    StringBuilder out = new StringBuilder();
    diagnostics.forEach(diagnostic -> out.append(DiagnosticRenderer.render(diagnostic)));
    return out.toString();
  }
}
